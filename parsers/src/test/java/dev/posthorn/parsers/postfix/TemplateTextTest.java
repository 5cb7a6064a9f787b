package dev.posthorn.parsers.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.posthorn.mail.NoticePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextTest {

    @Test
    void parts_areNumberedInTheOrderOfTheirNames() {
        TemplateText template = new TemplateText("a <count#> b {problem:c <file..> d} <what=x|y>");

        assertThat(template.parts())
                .containsExactly(NoticePart.COUNT, NoticePart.PROBLEM, NoticePart.FILE, NoticePart.WHAT);
        assertThat(template.steps()).hasSize(10);
    }

    @Test
    void escapedAndLooseBrackets_areText() {
        assertThat(new TemplateText("line > 9 with \\<CR>").steps()).hasSize(1);
        assertThat(new TemplateText("to <<to..>>!").parts()).containsExactly(NoticePart.TO);
    }

    /** Each of these would make a table that lies: the build has to fail. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    a <colour> b                                  ~ there is no part "colour"
                    a <text><what=x|y>                            ~ nothing fixed says where "text" ends
                    a }                                           ~ a brace closes that was never opened
                    <a#>                                          ~ there is no part "a"
                    a <at> <at> <at> <at> <at> <at> <at> <at> <at> ~ more than 8 parts
                    a { b                                         ~ cannot be read from "{ b" on
                    """)
    void damagedTemplate_isRefusedWithTheReason(String template, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateText(template).steps())
                .withMessageContaining(reason);
    }
}
