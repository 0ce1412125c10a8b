package org.crosscheck.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Makes a folder whole or not at all: a program killed half way leaves nothing that passes for the finished folder. */
final class WholeFolder {
    /** Fills a folder that does not exist yet. */
    interface Work {
        void fill(Path folder) throws IOException;
    }

    private WholeFolder() {}

    static void make(Path folder, Work work) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        delete(unfinished);
        work.fill(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
