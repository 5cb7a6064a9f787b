package dev.posthorn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void table_withRows_alignsItsColumns() {
        TextTable table =
                new TextTable("suite", " bits", "note").row("RC4-SHA", 128, "").row("X", 0, "none");

        assertThat(table).hasToString("""
                suite    bits  note
                RC4-SHA   128
                X           0  none
                """);
    }

    @Test
    void cell_withControlCharacters_isEscaped() {
        assertThat(new TextTable("a").row("\u001b[2J").toString()).doesNotContain("\u001b");
    }

    @Test
    void row_withTooFewCells_isRefused() {
        TextTable table = new TextTable("a", "b");

        assertThatThrownBy(() -> table.row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cells: 1 for 2 columns");
    }
}
