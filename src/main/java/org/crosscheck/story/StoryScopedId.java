package org.crosscheck.story;

import java.io.Serializable;

/** The primary key of everything inside a story: Citus keeps all of a story on one shard by its first part. */
public record StoryScopedId(String storyId, String id) implements Serializable {}
