package dev.posthorn.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that all modules lie in, from wherever in it the tests are run. */
final class Repository {

    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jshell/RunScripts.java"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
