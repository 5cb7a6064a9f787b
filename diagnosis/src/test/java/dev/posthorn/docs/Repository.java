package dev.posthorn.docs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where things lie in the repository, whose modules are folders next to the one the tests run in. */
final class Repository {

    private static final Pattern EXPORTS = Pattern.compile("^ *exports ([\\w.]+);", Pattern.MULTILINE);

    private Repository() {}

    static Path root() {
        Path module = Path.of(System.getProperty("user.dir"));
        Path parent = module.getParent();
        return parent != null && Files.exists(parent.resolve("pom.xml")) ? parent : module;
    }

    /** The README of the project, those of its folders, and the design notes. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        documents.add(root().resolve("README.md"));
        documents.addAll(list(root(), "*/README.md"));
        documents.addAll(list(root().resolve("docs"), "*.md").stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList());
        return documents;
    }

    static List<Path> moduleReadmes() throws IOException {
        return modules().stream().map(module -> module.resolve("README.md")).toList();
    }

    /** The published modules, that is those with a module descriptor. */
    static List<Path> modules() throws IOException {
        return list(root(), "*/src/main/java/module-info.java").stream()
                .map(descriptor -> root().resolve(root().relativize(descriptor).getName(0)))
                .toList();
    }

    /** The folders of the packages that a module exports. */
    static List<Path> exportedPackages(Path module) throws IOException {
        Path sources = module.resolve("src/main/java");
        return exportedNames(module).stream()
                .map(name -> sources.resolve(name.replace('.', '/')))
                .toList();
    }

    static List<String> exportedNames(Path module) throws IOException {
        Matcher exports = EXPORTS.matcher(Files.readString(module.resolve("src/main/java/module-info.java")));
        return exports.results().map(result -> result.group(1)).toList();
    }

    /** Files by a pattern of the shape {@code name}, or one folder deep {@code *}{@code /name}. */
    static List<Path> list(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (pattern.startsWith("*/")) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
                folders.forEach(inner -> found.add(inner.resolve(pattern.substring(2))));
            }
            found.removeIf(file -> !Files.exists(file));
        } else {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                files.forEach(found::add);
            }
        }
        Collections.sort(found);
        return found;
    }
}
