package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.List;

/** Splits the lists of Postfix's TLS parameters (fact sheet on Postfix TLS configuration sections 5.1 and 6.2). */
final class Words {

    private Words() {}

    static List<String> of(String list) {
        return between(list, " \t\n\r,:");
    }

    static List<String> between(String list, String separators) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int index = 0; index <= list.length(); index++) {
            if (index == list.length() || separators.indexOf(list.charAt(index)) >= 0) {
                if (index > from) {
                    words.add(list.substring(from, index));
                }
                from = index + 1;
            }
        }
        return List.copyOf(words);
    }
}
