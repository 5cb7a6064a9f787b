package dev.posthorn.table;

import org.jspecify.annotations.Nullable;

/**
 * Cuts cells out of a table's text, each text once: most cells of a table say what others say, and a catalogue keeps
 * them. Linear probing over a power of two of slots, at most half of them taken.
 */
final class CellPool {

    private @Nullable String[] slots = new String[256];
    private int taken;

    String cut(String text, int from, int to) {
        int slot = hash(text, from, to);
        for (String seen = at(slot); seen != null; seen = at(++slot)) {
            if (seen.length() == to - from && text.startsWith(seen, from)) {
                return seen;
            }
        }
        String cell = text.substring(from, to);
        put(slot, cell);
        if (++taken > slots.length / 2) {
            grow();
        }
        return cell;
    }

    private @Nullable String at(int slot) {
        return slots[slot & (slots.length - 1)];
    }

    private void put(int slot, String cell) {
        slots[slot & (slots.length - 1)] = cell;
    }

    private void grow() {
        @Nullable String[] old = slots;
        slots = new String[old.length * 2];
        for (String cell : old) {
            if (cell != null) {
                int slot = hash(cell, 0, cell.length());
                while (at(slot) != null) {
                    slot++;
                }
                put(slot, cell);
            }
        }
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash ^ hash >>> 16;
    }
}
