package dev.posthorn.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of both schemes, by the rules of the Web Content Accessibility Guidelines 2.2. */
class StyleSheetTest {

    private static final String CSS = StyleSheet.load().text();
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9]+): (#[0-9a-f]{6});");
    private static final List<String> SHADES = List.of("tls13", "tls12", "tls11", "tls10", "ssl", "other", "failed");

    /** 1.4.3: 4.5 to 1; 1.4.6 asks 7 to 1 of the ordinary text. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_onEveryBackground_canBeRead(boolean isDark) {
        Map<String, String> colours = colours(isDark);
        for (String background : List.of("paper", "card", "code")) {
            assertContrast(colours, "ink", background, 7);
            for (String text : List.of("quiet", "wrong", "fine", "brass", "tls12")) {
                assertContrast(colours, text, background, 4.5);
            }
        }
    }

    /** 1.4.11: 3 to 1 for what a drawing is understood by. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shades_onTheirCard_canBeSeen(boolean isDark) {
        Map<String, String> colours = colours(isDark);
        SHADES.forEach(shade -> assertContrast(colours, shade, "card", 3));
    }

    /** Who sees no red or no green tells them apart by lightness, or by the stripes that old and failed ones have. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shades_withoutStripes_differInTheEyesOfTheColourBlind(boolean isDark) {
        Map<String, String> colours = colours(isDark);
        List<String> plain = List.of("tls13", "tls12", "tls11", "other");
        for (String one : plain) {
            for (String other : plain) {
                if (!one.equals(other)) {
                    assertThat(distance(
                                    deuteranope(colours.getOrDefault(one, "")),
                                    deuteranope(colours.getOrDefault(other, ""))))
                            .as(one + " and " + other)
                            .isGreaterThan(30);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"url(", "@import", "@font-face", "http", "expression", "javascript"})
    void style_loadsNothing(String word) {
        assertThat(CSS.replaceAll("url\\(#p-[a-z0-9]+\\)", "")).doesNotContain(word);
    }

    private static Map<String, String> colours(boolean isDark) {
        Map<String, String> colours = new TreeMap<>();
        String light = CSS.substring(0, CSS.indexOf("@media"));
        String dark = CSS.substring(CSS.indexOf("@media"), CSS.indexOf("* { box-sizing"));
        Matcher found = COLOUR.matcher(isDark ? dark : light);
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        assertThat(colours).containsKeys("paper", "card", "ink").containsKeys(SHADES.toArray(String[]::new));
        return colours;
    }

    private static void assertContrast(Map<String, String> colours, String one, String other, double least) {
        double a = luminance(colours.getOrDefault(one, ""));
        double b = luminance(colours.getOrDefault(other, ""));
        assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
                .as(one + " on " + other)
                .isGreaterThanOrEqualTo(least);
    }

    private static double luminance(String colour) {
        double[] linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(String colour) {
        return IntStream.of(1, 3, 5)
                .map(at -> Integer.parseInt(colour.substring(at, at + 2), 16))
                .mapToDouble(channel -> channel / 255.0)
                .map(share -> share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4))
                .toArray();
    }

    /** Viénot, Brettel and Mollon (1999): what is left without the cones for medium wavelengths. */
    private static double[] deuteranope(String colour) {
        double[] rgb = linear(colour);
        double redGreen = 0.29275 * rgb[0] + 0.70725 * rgb[1];
        double blue = -0.02234 * rgb[0] + 0.02234 * rgb[1] + rgb[2];
        return new double[] {redGreen, redGreen, Math.max(0, blue)};
    }

    /** In steps of 0 to 255 for each channel as screens have them. */
    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double step = 255 * (Math.pow(one[i], 1 / 2.2) - Math.pow(other[i], 1 / 2.2));
            sum += step * step;
        }
        return Math.sqrt(sum);
    }
}
