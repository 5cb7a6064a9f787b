package dev.posthorn.show;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A Chromium without a window: {@code -Dposthorn.browser=} names one, else it is looked for on the {@code PATH}. Tests that
 * want one are skipped where there is none.
 */
final class Browser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Path program;
    private final Path folder;

    /** What a run wrote. */
    record Run(String stdout, String stderr) {

        /** Messages of the page's console, violations of its content security policy among them. */
        List<String> consoleMessages() {
            return stderr.lines().filter(line -> line.contains(":CONSOLE")).toList();
        }
    }

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** @param folder for profiles and pictures */
    static Browser installed(Path folder) {
        Optional<Path> found = find();
        assumeThat(found).as("a Chromium on the PATH, or -Dposthorn.browser=").isPresent();
        return new Browser(found.orElseThrow(), folder);
    }

    private static Optional<Path> find() {
        String property = System.getProperty("posthorn.browser", "");
        if (!property.isEmpty()) {
            return Optional.of(Path.of(property));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Run dom(Path page) throws IOException, InterruptedException {
        return run("--dump-dom", "--window-size=1200,900", page.toUri().toString());
    }

    BufferedImage picture(Path page, int width, int height, boolean isDark) throws IOException, InterruptedException {
        Path picture = Files.createTempFile(folder, "page", ".png");
        run(
                "--hide-scrollbars",
                "--window-size=" + width + "," + height,
                "--blink-settings=preferredColorScheme=" + (isDark ? 0 : 1),
                "--screenshot=" + picture,
                page.toUri().toString());
        BufferedImage image = ImageIO.read(picture.toFile());
        if (image == null) {
            throw new AssertionError("no picture of " + page);
        }
        return image;
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path stdout = Files.createTempFile(folder, "browser", ".out");
        Path stderr = Files.createTempFile(folder, "browser", ".err");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        return new Run(
                Files.readString(stdout, StandardCharsets.UTF_8),
                Files.readString(stderr, StandardCharsets.ISO_8859_1));
    }
}
