package dev.posthorn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The jars as users get them: nothing else is needed to compile against them or to run them, on the class path or on
 * the module path. Runs after packaging.
 */
class PublishedJarsIT {

    private static final String VERSION = System.getProperty("posthorn.version");

    private static final List<Path> JARS = Stream.of("core", "openssl-ciphers", "parsers", "diagnosis")
            .map(module -> Repository.root().resolve(module + "/target/posthorn-" + module + "-" + VERSION + ".jar"))
            .toList();

    private static final String PATH =
            JARS.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

    /** Names every exported type, so that javac reads it, and loads every class, so that the JVM links its signatures. */
    private static final String CONSUMER = """
            package consumer;

            import java.util.Collections;
            import java.util.jar.JarEntry;
            import java.util.jar.JarFile;

            public final class Consumer {

                static final Class<?>[] DOORS = {%s};

                private Consumer() {}

                public static void main(String[] jars) throws Exception {
                    for (String jar : jars) {
                        try (JarFile file = new JarFile(jar)) {
                            for (JarEntry entry : Collections.list(file.entries())) {
                                if (entry.getName().matches(".*(?<!-info)[.]class")) {
                                    load(entry.getName().replace(".class", "").replace('/', '.'));
                                }
                            }
                        }
                    }
                }

                private static void load(String name) throws ClassNotFoundException {
                    Class<?> type = Class.forName(name);
                    type.getDeclaredFields();
                    type.getDeclaredConstructors();
                    type.getDeclaredMethods();
                    System.out.println(name);
                }
            }
            """;

    private static final String CONSUMER_MODULE = "module consumer { requires dev.posthorn.diagnosis; }";

    @TempDir
    Path folder;

    @Test
    void consumer_onTheClassPath_needsNothingElse() throws Exception {
        write("consumer/Consumer.java", CONSUMER.formatted(doors()));

        assertThat(javac("--class-path", PATH, "consumer/Consumer.java")).isEmpty();

        assertEveryClassLoads(
                java("--class-path", PATH + File.pathSeparator + folder.resolve("classes"), "consumer.Consumer"));
    }

    @Test
    void consumer_onTheModulePath_needsNothingElse() throws Exception {
        write("consumer/Consumer.java", CONSUMER.formatted(doors()));
        write("module-info.java", CONSUMER_MODULE);

        assertThat(javac("--module-path", PATH, "consumer/Consumer.java", "module-info.java"))
                .isEmpty();

        assertEveryClassLoads(java(
                "--module-path",
                PATH + File.pathSeparator + folder.resolve("classes"),
                "--module",
                "consumer/consumer.Consumer"));
    }

    @Test
    void consumer_ofAnInternalPackage_doesNotCompile() throws Exception {
        String internal = JARS.stream()
                .flatMap(PublishedJarsIT::packagesIn)
                .filter(name -> name.endsWith(".internal"))
                .findAny()
                .orElseThrow();
        write("consumer/Consumer.java", "package consumer; import " + internal + ".*; class Consumer {}");
        write("module-info.java", CONSUMER_MODULE);

        assertThat(javac("--module-path", PATH, "consumer/Consumer.java", "module-info.java"))
                .contains("package " + internal + " is not visible");
    }

    @ParameterizedTest
    @FieldSource("JARS")
    void module_atRunTime_requiresOnlyTheJdkAndOurOwn(Path jar) {
        ModuleDescriptor module = descriptor(jar);

        assertThat(module.isAutomatic()).isFalse();
        assertThat(module.requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name)
                        .filter(name -> !name.startsWith("dev.posthorn.")))
                .containsExactly("java.base");
    }

    @ParameterizedTest
    @FieldSource("JARS")
    void module_toEverybody_exportsAllPackagesButInternalOnes(Path jar) {
        ModuleDescriptor module = descriptor(jar);

        assertThat(module.exports()).noneMatch(Exports::isQualified);
        assertThat(module.exports().stream().map(Exports::source))
                .containsExactlyInAnyOrderElementsOf(packagesIn(jar)
                        .filter(name -> !Set.of(name.split("\\.")).contains("internal"))
                        .toList());
    }

    /** Two builds of one commit can only be identical if no entry tells when it was built. */
    @ParameterizedTest
    @FieldSource("JARS")
    void entries_ofEveryJar_carryTheTimestampOfTheBuild(Path jar) throws IOException {
        LocalDateTime timestamp =
                LocalDateTime.ofInstant(Instant.parse(System.getProperty("posthorn.outputTimestamp")), ZoneOffset.UTC);
        try (DirectoryStream<Path> withSourcesAndJavadoc = Files.newDirectoryStream(jar.getParent(), "*.jar")) {
            for (Path each : withSourcesAndJavadoc) {
                try (JarFile file = new JarFile(each.toFile())) {
                    assertThat(file.stream())
                            .as(each.toString())
                            .isNotEmpty()
                            .allMatch(entry -> entry.getTimeLocal().equals(timestamp));
                }
            }
        }
    }

    private static String doors() {
        return JARS.stream()
                .flatMap(jar -> {
                    Set<String> exported = descriptor(jar).exports().stream()
                            .map(Exports::source)
                            .collect(Collectors.toSet());
                    return classesIn(jar).filter(name -> exported.contains(packageOf(name)) && isPublic(name));
                })
                .map(name -> name + ".class")
                .collect(Collectors.joining(", "));
    }

    private static boolean isPublic(String className) {
        try {
            Class<?> type = Class.forName(className, false, PublishedJarsIT.class.getClassLoader());
            return Modifier.isPublic(type.getModifiers()) && !type.isMemberClass();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static ModuleDescriptor descriptor(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    }

    private static Stream<String> packagesIn(Path jar) {
        return classesIn(jar).map(PublishedJarsIT::packageOf).distinct();
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }

    private static Stream<String> classesIn(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches(".*(?<!-info)[.]class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String source) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    /** Compiles into {@code classes} with all warnings as errors and returns what javac said. */
    private String javac(String pathOption, String path, String... sources) {
        StringWriter said = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror", "--release", "17", pathOption, path));
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        Stream.of(sources).map(source -> folder.resolve(source).toString()).forEach(arguments::add);
        ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        return said.toString();
    }

    private JavaRun java(String... arguments) throws IOException, InterruptedException {
        return JavaRun.of(
                folder,
                Stream.concat(Stream.of(arguments), JARS.stream().map(Path::toString))
                        .toList());
    }

    private static void assertEveryClassLoads(JavaRun run) {
        assertThat(run.stderr()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.stdout().lines())
                .containsExactlyInAnyOrderElementsOf(
                        JARS.stream().flatMap(PublishedJarsIT::classesIn).toList());
    }
}
