package dev.posthorn.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class TsvTableTest {

    private static final String GOOD =
            "# where it comes from\nname\tbits\tgood\twords\nRC4\t128\tno\ta+b\nNULL\t0\tyes\t\n";

    @Test
    void table_wellFormed_givesItsCells() {
        TsvTable table = TsvTable.parse("good.tsv", GOOD);

        assertThat(table.columns()).containsExactly("name", "bits", "good", "words");
        assertThat(table.rows()).hasSize(2);
        TsvTable.Row first = table.rows().get(0);
        assertThat(first.text("name")).isEqualTo("RC4");
        assertThat(first.integer("bits")).isEqualTo(128);
        assertThat(first.flag("good")).isFalse();
        assertThat(first.words("words", '+')).containsExactly("a", "b");
        assertThat(table.rows().get(1).words("words", '+')).isEmpty();
    }

    @Test
    void row_withACellTooFew_isAnErrorNamingFileAndLine() {
        assertThatThrownBy(() -> TsvTable.parse("bad.tsv", "a\tb\n1\t2\n3\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bad.tsv:3: 1 cells where the header names 2 columns");
    }

    @Test
    void table_withoutHeader_isAnError() {
        assertThatThrownBy(() -> TsvTable.parse("bad.tsv", "# nothing\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bad.tsv: no header line");
    }

    @Test
    void table_thatDoesNotExist_isAnError() {
        assertThatThrownBy(() -> {
                    InputStream none = TsvTableTest.class.getResourceAsStream("no-such.tsv");
                    TsvTable.read("no-such.tsv", none);
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no-such.tsv: no such table");
    }

    @Test
    void cell_thatIsNoNumber_isAnErrorNamingColumnAndText() {
        TsvTable.Row row = TsvTable.parse("bad.tsv", "bits\nmany\n").rows().get(0);

        assertThatThrownBy(() -> row.integer("bits"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bad.tsv:2: bits \"many\" is not a decimal number");
        assertThatThrownBy(() -> row.flag("bits")).hasMessage("bad.tsv:2: bits \"many\" is neither yes nor no");
    }

    @Test
    void column_thatDoesNotExist_isAnErrorNamingIt() {
        TsvTable.Row row = TsvTable.parse("bad.tsv", "bits\n1\n").rows().get(0);

        assertThatThrownBy(() -> row.text("bytes"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no column \"bytes\"");
    }
}
