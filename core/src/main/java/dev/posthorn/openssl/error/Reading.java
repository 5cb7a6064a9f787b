package dev.posthorn.openssl.error;

import java.util.List;

/**
 * One way to read an error: what may have happened, and what would show that it did.
 *
 * @param cause the cause, for programs that know more than the error says and want to keep or drop readings
 * @param blame who would have to change something if this reading is right
 * @param summary one sentence
 * @param evidence what to look at to confirm or exclude this reading
 * @param remedies what may be changed if this reading is right, best first; an immutable list, possibly empty
 */
public record Reading(Cause cause, Blame blame, String summary, String evidence, List<Change> remedies) {

    /**
     * Makes a reading.
     *
     * @param cause the cause
     * @param blame who would have to change something
     * @param summary one sentence
     * @param evidence what would confirm or exclude it
     * @param remedies what may be changed, best first
     */
    public Reading {
        remedies = List.copyOf(remedies);
    }
}
