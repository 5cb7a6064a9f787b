package dev.posthorn.openssl.ciphers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * OpenSSL's own model of a cipher list: one ordered list of active and inactive entries.
 *
 * <p>Where inactive entries stand matters, because a later {@link #add} takes them in that order. The operations carry
 * the names of {@code ssl_cipher_apply_rule} in {@code ssl_ciph.c}; each returns the entries it changed, in list order.
 * Fact sheet on cipher strings, section 7. Not safe for use by several threads.
 *
 * @param <E> what stands in the list; compared by identity
 */
public final class PreferenceList<E> {

    private final boolean singleEntryQuirk;
    private List<Entry<E>> entries = new ArrayList<>();

    /**
     * A list in which nothing is active yet.
     *
     * @param elements the entries in order
     * @param singleEntryQuirk does a list with one entry left ignore every operation, as OpenSSL did up to 1.0.0m and
     *     1.0.1h?
     */
    public PreferenceList(List<E> elements, boolean singleEntryQuirk) {
        this.singleEntryQuirk = singleEntryQuirk;
        elements.forEach(element -> entries.add(new Entry<>(element)));
    }

    /**
     * Matching inactive entries become active and go to the end.
     *
     * @param rule what matches
     * @return the entries added
     */
    public List<E> add(Predicate<? super E> rule) {
        return moveToEnd(entry -> !entry.active && rule.test(entry.element));
    }

    /**
     * Matching active entries go to the end.
     *
     * @param rule what matches
     * @return the entries moved
     */
    public List<E> order(Predicate<? super E> rule) {
        return moveToEnd(entry -> entry.active && rule.test(entry.element));
    }

    /**
     * Matching active entries become inactive and go to the front, so that a later addition finds them first.
     *
     * @param rule what matches
     * @return the entries deleted
     */
    public List<E> delete(Predicate<? super E> rule) {
        List<Entry<E>> chosen = take(entry -> entry.active && rule.test(entry.element));
        chosen.forEach(entry -> entry.active = false);
        entries.addAll(0, chosen);
        return elements(chosen);
    }

    /**
     * Matching entries, active or not, leave the list for good.
     *
     * @param rule what matches
     * @return the entries killed
     */
    public List<E> kill(Predicate<? super E> rule) {
        return elements(take(entry -> rule.test(entry.element)));
    }

    /**
     * A stable sort of the active entries, strongest first; the inactive ones end up before them.
     *
     * @param strength the number to sort by
     * @return the active entries
     */
    public List<E> sortByStrength(ToIntFunction<? super E> strength) {
        List<Entry<E>> active = take(entry -> entry.active);
        active.sort((a, b) -> Integer.compare(strength.applyAsInt(b.element), strength.applyAsInt(a.element)));
        entries.addAll(active);
        return elements(active);
    }

    /**
     * What is in force.
     *
     * @return the active entries in order
     */
    public List<E> active() {
        return elements(entries.stream().filter(entry -> entry.active).toList());
    }

    /**
     * Everything that was not killed.
     *
     * @return all entries in order, active or not
     */
    public List<E> entries() {
        return elements(entries);
    }

    private List<E> moveToEnd(Predicate<Entry<E>> rule) {
        List<Entry<E>> chosen = take(rule);
        chosen.forEach(entry -> entry.active = true);
        entries.addAll(chosen);
        return elements(chosen);
    }

    /** Removes the matching entries and returns them in list order. */
    private List<Entry<E>> take(Predicate<Entry<E>> rule) {
        List<Entry<E>> taken = new ArrayList<>();
        if (singleEntryQuirk && entries.size() == 1) {
            // 1.0.1h ssl_ciph.c: the loops end when "curr == last" before they looked at the only entry.
            return taken;
        }
        List<Entry<E>> left = new ArrayList<>(entries.size());
        for (Entry<E> entry : entries) {
            (rule.test(entry) ? taken : left).add(entry);
        }
        entries = left;
        return taken;
    }

    private static <E> List<E> elements(List<Entry<E>> entries) {
        return entries.stream().map(entry -> entry.element).toList();
    }

    private static final class Entry<E> {
        final E element;
        boolean active;

        Entry(E element) {
            this.element = element;
        }
    }
}
