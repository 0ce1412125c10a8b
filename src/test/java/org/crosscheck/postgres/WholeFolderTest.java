package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir
    private Path root;

    @Test
    void a_folder_cut_short_is_not_there_and_is_made_afresh() throws IOException {
        var folder = root.resolve("made");
        assertThatThrownBy(() -> WholeFolder.make(folder, half -> {
                    Files.createFile(
                            Files.createDirectories(half.resolve("deep")).resolve("half"));
                    throw new IOException("killed");
                }))
                .hasMessage("killed");
        assertThat(folder).doesNotExist();

        WholeFolder.make(
                folder, whole -> Files.createFile(Files.createDirectory(whole).resolve("whole")));
        assertThat(root).isDirectoryNotContaining("glob:**.unfinished");
        assertThat(folder).isDirectoryContaining("glob:**/whole").isDirectoryNotContaining("glob:**/deep");
    }
}
