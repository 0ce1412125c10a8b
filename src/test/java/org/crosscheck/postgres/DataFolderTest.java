package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path root;

    @Test
    void a_missing_folder_is_created_for_its_user_alone() throws IOException {
        var missing = root.resolve("a/b");
        DataFolder.claim(missing).release();
        assertThat(Files.getPosixFilePermissions(missing))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
    }

    @Test
    void a_released_folder_can_be_claimed_again() {
        DataFolder.claim(root).release();
        DataFolder.claim(root).release();
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        var file = Files.createFile(root.resolve("file"));
        assertThatThrownBy(() -> DataFolder.claim(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("is no folder", "CROSSCHECK_DATA_DIR");
    }
}
