package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
    @TempDir
    private Path root;

    @Test
    void it_is_new_for_every_cluster_and_for_no_other_eyes() throws IOException {
        var file = root.resolve("password");
        Password.create(file);
        var first = Password.read(file);
        Password.create(file);
        assertThat(Password.read(file)).hasSize(32).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
