package dev.posthorn.openssl.ciphers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.posthorn.openssl.OpenSslBuild;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue of one release takes, and that it takes nothing for releases nobody asked about. */
class CatalogMemoryTest {

    private static final long KILOBYTE = 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Copies, so that what else happens in the heap does not count. */
    private static final int COPIES = 40;

    /** The line with the longest table and the newest one. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2u", "3.0.15"})
    void catalogue_withTheTablesOfItsLine_keepsLessThan300Kilobytes(String build) {
        List<Object> kept = new ArrayList<>(List.of(load(build)));
        long before = usedHeap();
        for (int i = 0; i < COPIES; i++) {
            kept.add(load(build));
        }
        long each = (usedHeap() - before) / COPIES;

        assertThat(kept).hasSize(COPIES + 1);
        assertThat(each).isBetween(20 * KILOBYTE, 300 * KILOBYTE);
    }

    @Test
    void catalogue_whoseLineIsRead_allocatesLessThan300Kilobytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COPIES; i++) {
            long before = allocated();
            CipherCatalog catalog =
                    CipherCatalog.forBuild(OpenSslBuild.parse("1.0.2u")).orElseThrow();
            least = Math.min(least, allocated() - before);
            assertThat(catalog.baseOrder()).isNotEmpty();
        }

        assertThat(least).isLessThan(300 * KILOBYTE);
    }

    /** In a class loader of its own nobody has asked for anything. */
    @Test
    void catalogue_ofOneRelease_readsTheTablesOfItsLineAlone() throws ReflectiveOperationException {
        try (URLClassLoader fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object build = fresh.loadClass(OpenSslBuild.class.getName())
                    .getMethod("parse", String.class)
                    .invoke(null, "1.0.2u");
            Object catalog = fresh.loadClass(CipherCatalog.class.getName())
                    .getMethod("forBuild", build.getClass())
                    .invoke(null, build);
            Field lines = fresh.loadClass(ReleaseTables.class.getName()).getDeclaredField("LINES");
            lines.setAccessible(true);

            assertThat((Optional<?>) catalog).isPresent();
            assertThat(((Map<?, ?>) lines.get(null)).keySet()).hasToString("[1.0.2]");
        } catch (IOException e) {
            throw new IllegalStateException("the class loader cannot be closed", e);
        }
    }

    private static URL[] classPath() {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            try {
                urls.add(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException(entry, e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** The tables of a line as if nobody had read them, and a catalogue. */
    private static Object load(String build) {
        OpenSslBuild parsed = OpenSslBuild.parse(build);
        CipherCatalog catalog = CipherCatalog.forBuild(parsed).orElseThrow();
        return List.of(
                ReleaseTables.read(ReleaseTables.behaviourOf(parsed.release()).orElseThrow()), catalog);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
