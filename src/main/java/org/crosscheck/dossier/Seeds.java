package org.crosscheck.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Loads the dossiers of the folder seeds, which the build packs into the program, each once: a story that is there, or that
 * somebody has deleted, is left alone.
 */
@ApplicationScoped
class Seeds {
    private static final Logger LOG = Logger.getLogger(Seeds.class);
    private static final String FOLDER = "seeds";

    private final SeedSettings settings;
    private final DossierService dossiers;
    private final ObjectMapper json;

    Seeds(SeedSettings settings, DossierService dossiers, ObjectMapper json) {
        this.settings = settings;
        this.dossiers = dossiers;
        this.json = json;
    }

    void load(@Observes StartupEvent start) throws IOException {
        if (!settings.load()) return;
        for (Map.Entry<String, byte[]> seed : seeds().entrySet()) {
            DossierView dossier = json.readValue(seed.getValue(), DossierView.class);
            if (dossiers.putOnce(dossier)) LOG.infof("Loaded %s", seed.getKey());
        }
    }

    private static Map<String, byte[]> seeds() throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        ClassPathUtils.consumeAsPaths(FOLDER, folder -> {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".json")).toList())
                    seeds.put(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return seeds;
    }
}
