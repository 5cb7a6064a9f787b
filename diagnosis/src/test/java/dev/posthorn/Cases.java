package dev.posthorn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** Where the starting case's own files are: {@code -Dposthorn.cases=DIR}. Tests that want them are skipped without. */
public final class Cases {

    private Cases() {}

    public static Path folder() {
        String given = System.getProperty("posthorn.cases");
        assumeTrue(given != null, "posthorn.cases is not given");
        Path cases = Path.of(given);
        assertThat(cases).isDirectory().isNotEmptyDirectory();
        return cases;
    }
}
