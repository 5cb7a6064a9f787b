package dev.posthorn.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page as a browser shows it. Skipped where there is none; {@code .ci/run} sees to it that there is one. */
class DossierBrowserIT {

    private static final int PHONE = 360;
    private static final int DESK = 1_200;
    private static final int HEIGHT = 1_600;

    @TempDir
    Path folder;

    private Browser browser;

    @BeforeEach
    void findBrowser() {
        browser = Browser.installed(folder);
    }

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of(
                        "ordinary",
                        Dossier.of("maillog", SomeLogs.ordinary().diagnose()).toHtml()),
                Named.of(
                        "counts only",
                        Dossier.of("maillog", SomeLogs.ordinary().diagnose().tlsReport())
                                .toHtml()),
                Named.of(
                        "empty",
                        Dossier.of("maillog", new SomeLogs().diagnose(MailServer.unknown()))
                                .toHtml()),
                Named.of(
                        "hostile",
                        Dossier.of(
                                        SomeLogs.HOSTILE_NAMES.get(0),
                                        SomeLogs.hostile().diagnose())
                                .toHtml()),
                Named.of(
                        "huge",
                        Dossier.of("x".repeat(5_000), SomeLogs.huge(3_000).diagnose())
                                .toHtml()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_onAPhone_isAsWideAsTheScreenAndLoadsNothing(String html) throws Exception {
        Inspection page = Inspection.of(html, PHONE, browser, folder);

        assertThat(page.width()).isEqualTo(PHONE);
        assertThat(page.scrollWidth()).as("no scrolling to the side").isLessThanOrEqualTo(PHONE);
        assertThat(page.height()).isBetween(300, 60_000);
        assertThat(page.scripts()).isZero();
        assertThat(page.handlers()).isEmpty();
        assertThat(page.outside()).isEmpty();
        assertThat(page.requests()).isEmpty();
        assertThat(page.isStyled()).as("its own policy admits the style sheet").isTrue();
        assertThat(page.unnamed()).isEmpty();
        assertThat(page.consoleMessages()).isEmpty();
        assertThat(page.headings().get(0)).startsWith("H1 TLS in ");
        assertThat(page.headings().stream().filter(heading -> heading.startsWith("H1")))
                .hasSize(1);
        assertThat(page.text()).contains("What was not understood").doesNotContain("\u202E", "\u001B", "\u0000");
    }

    @Test
    void names_thatAreMarkup_appearAsText() throws Exception {
        String html = Dossier.of("maillog", SomeLogs.hostile().diagnose()).toHtml();

        String text = Inspection.of(html, PHONE, browser, folder).text();

        assertThat(text)
                .contains(
                        "<script>alert(1)</script>",
                        "\"><img/src=x/onerror=alert(1)>",
                        "</title></svg><script>alert(2)</script>",
                        "&lt;b&gt;&amp;",
                        "$(reboot)`reboot`",
                        "\\u001B[2J",
                        "\\u202Egro.elpmaxe\\u202C",
                        "\u05D0\u05D1\u05D2.example.com");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pictures_inLightAndDark_areNeitherBlankNorAlike(String html) throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), html, StandardCharsets.UTF_8);
        Path phone = Inspection.frame(html, PHONE, folder);

        BufferedImage light = browser.picture(page, DESK, HEIGHT, false);
        BufferedImage dark = browser.picture(page, DESK, HEIGHT, true);
        BufferedImage small = browser.picture(phone, PHONE, HEIGHT, false);

        assertThat(light.getWidth()).isEqualTo(DESK);
        assertThat(light.getHeight()).isEqualTo(HEIGHT);
        assertThat(small.getWidth()).isEqualTo(PHONE);
        assertThat(colours(light)).isGreaterThan(30);
        assertThat(colours(dark)).isGreaterThan(30);
        assertThat(colours(small)).isGreaterThan(30);
        assertThat(brightness(light)).isGreaterThan(0.8);
        assertThat(brightness(dark)).isLessThan(0.25);
    }

    /** The inspection can find something: a page with all that a page must not have. */
    @Test
    void inspection_ofABadPage_findsWhatIsBad() throws Exception {
        try (Canary canary = new Canary()) {
            String markup = "<h1 onclick='a()'>TLS</h1><img src='" + canary.address() + "'><svg role='img'></svg>"
                    + "<p style='width:900px'>wide</p><script>console.error('found')</script>";

            Inspection bad = Inspection.of(markup, PHONE, browser, folder);

            assertThat(bad.scripts()).isEqualTo(1);
            assertThat(bad.handlers()).contains("onclick");
            assertThat(bad.outside()).containsExactly(canary.address());
            assertThat(bad.requests()).containsExactly(canary.address());
            assertThat(bad.scrollWidth()).isGreaterThan(PHONE);
            assertThat(bad.unnamed()).isNotEmpty();
            assertThat(bad.consoleMessages()).anyMatch(message -> message.contains("found"));
            assertThat(canary.requests()).isPositive();
        }
    }

    /** Were a name ever written as markup, the page's policy would still stop it. */
    @Test
    void markup_smuggledIntoThePage_isStoppedByItsPolicy() throws Exception {
        try (Canary canary = new Canary()) {
            String html = Dossier.of("maillog", SomeLogs.ordinary().diagnose()).toHtml();
            String smuggled = html.replace(
                    "<main>",
                    "<main><script>document.title='ran'</script><img src='" + canary.address()
                            + "'><style>h1{color:red}</style>");

            Inspection page = Inspection.of(smuggled, PHONE, browser, folder);

            assertThat(page.scripts()).as("it is there").isEqualTo(1);
            assertThat(page.consoleMessages())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allMatch(message -> message.contains("Content Security Policy"));
            assertThat(canary.requests()).isZero();
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private static double brightness(BufferedImage image) {
        long sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                sum += (colour >> 16 & 0xFF) + (colour >> 8 & 0xFF) + (colour & 0xFF);
            }
        }
        return sum / (3.0 * 255 * image.getWidth() * image.getHeight());
    }
}
