package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeftoversTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @MethodSource
    void a_pid_file_that_names_no_server_is_deleted(String content) throws IOException {
        var folder = DataFolder.claim(data);
        try {
            var pidFile = Files.createDirectory(folder.cluster()).resolve("postmaster.pid");
            Files.writeString(pidFile, content);
            Leftovers.clear(folder);
            assertThat(pidFile).doesNotExist();
        } finally {
            folder.release();
        }
    }

    static List<String> a_pid_file_that_names_no_server_is_deleted() {
        var recycled = ProcessHandle.current().pid();
        var nobody = Long.MAX_VALUE;
        return List.of("", "\n", "no number", "-1", "99999999999999999999", nobody + "\n", recycled + "\n/data\n");
    }
}
