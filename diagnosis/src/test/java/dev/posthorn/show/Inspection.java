package dev.posthorn.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser makes of a page as wide as a phone: a page of ours shows it in a frame and looks at it from outside, for
 * within the page no script runs.
 *
 * @param width how wide the frame is
 * @param scrollWidth how wide its content is
 * @param height how high its content is
 * @param scripts how many script elements there are
 * @param handlers attributes that would be scripts
 * @param outside addresses that are not within the page
 * @param requests what was loaded
 * @param isStyled does the style sheet apply?
 * @param text all text of the page, the folded parts included
 * @param headings the headings, level and text
 * @param unnamed drawings without a name or description, table headings without scope, ids that occur twice
 * @param consoleMessages what the console says
 */
record Inspection(
        int width,
        int scrollWidth,
        int height,
        int scripts,
        List<String> handlers,
        List<String> outside,
        List<String> requests,
        boolean isStyled,
        String text,
        List<String> headings,
        List<String> unnamed,
        List<String> consoleMessages) {

    private static final Pattern RESULT = Pattern.compile("<pre id=\"result\">(.*?)</pre>", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>inspection</title></head>
            <body style="margin:0">
            <iframe id="frame" style="border:0;width:%1$dpx;height:800px"></iframe>
            <pre id="result">nothing</pre>
            <script>
            const frame = document.getElementById('frame');
            const list = (document, selector) => Array.from(document.querySelectorAll(selector));
            frame.onload = () => {
                const page = frame.contentDocument;
                const all = list(page, '*');
                const ids = list(page, '[id]').map(e => e.id);
                const address = e => ['src', 'href', 'xlink:href', 'action', 'data', 'srcset', 'poster', 'background']
                        .map(a => e.getAttribute(a)).filter(a => a !== null && !a.startsWith('#'));
                const found = {
                    width: frame.clientWidth,
                    scrollWidth: page.documentElement.scrollWidth,
                    height: page.documentElement.scrollHeight,
                    scripts: page.scripts.length,
                    handlers: all.flatMap(e => Array.from(e.attributes)).map(a => a.name)
                            .filter(n => n.startsWith('on') || n === 'style'),
                    outside: all.flatMap(address),
                    requests: frame.contentWindow.performance.getEntriesByType('resource').map(r => r.name),
                    isStyled: frame.contentWindow.getComputedStyle(page.querySelector('h1')).lineHeight !== 'normal',
                    text: page.body.textContent,
                    headings: list(page, 'h1, h2, h3, h4').map(h => h.tagName + ' ' + h.textContent.trim()),
                    unnamed: list(page, 'svg[role=img]')
                            .filter(s => !s.querySelector(':scope > title') || !s.querySelector(':scope > desc'))
                            .map(s => 'svg ' + s.outerHTML.slice(0, 80))
                            .concat(list(page, 'svg:not([role=img]):not([aria-hidden])').map(s => 'svg without role'))
                            .concat(list(page, 'th:not([scope])').map(t => 'th ' + t.textContent))
                            .concat(list(page, 'table').filter(t => !t.caption).map(t => 'table without caption'))
                            .concat(ids.filter((id, i) => ids.indexOf(id) !== i).map(id => 'id twice ' + id))
                            .concat(list(page, 'a[href^="#"]')
                                    .filter(a => !page.getElementById(a.getAttribute('href').slice(1)))
                                    .map(a => 'link to nothing ' + a.getAttribute('href'))),
                };
                const ascii = JSON.stringify(found).replace(/[<>&\\u007f-\\uffff]/g,
                        c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
                document.getElementById('result').textContent = ascii;
            };
            frame.srcdoc = %2$s;
            </script></body></html>
            """;

    static Inspection of(String html, int width, Browser browser, Path folder)
            throws IOException, InterruptedException {
        Path frame = frame(html, width, folder);
        Browser.Run run = browser.dom(frame);
        Matcher result = RESULT.matcher(run.stdout());
        if (!result.find() || result.group(1).equals("nothing")) {
            throw new AssertionError("the browser did not inspect the page: " + run);
        }
        JsonNode found = JSON.readTree(result.group(1));
        return new Inspection(
                found.get("width").intValue(),
                found.get("scrollWidth").intValue(),
                found.get("height").intValue(),
                found.get("scripts").intValue(),
                texts(found.get("handlers")),
                texts(found.get("outside")),
                texts(found.get("requests")),
                found.get("isStyled").booleanValue(),
                found.get("text").textValue(),
                texts(found.get("headings")),
                texts(found.get("unnamed")),
                run.consoleMessages());
    }

    /** A page of ours that shows the page in a frame: the narrowest window of a browser is wider than a phone. */
    static Path frame(String html, int width, Path folder) throws IOException {
        String literal = JSON.writeValueAsString(html).replace("<", "\\u003c");
        return Files.writeString(
                Files.createTempFile(folder, "frame", ".html"),
                FRAME.formatted(width, literal),
                StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }
}
