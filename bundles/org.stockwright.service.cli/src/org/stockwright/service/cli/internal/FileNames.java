package org.stockwright.service.cli.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What files are called in a folder: whoever made them may have called them anything. */
final class FileNames {

    private FileNames() {
        // only one function
    }

    /** Names without anything that stands for another folder, none of them twice, in the order of the files. */
    static List<String> in(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> result = new ArrayList<>();
        for (String name : names) {
            String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip().replaceFirst("^\\.+", "_");
            int end = plain.lastIndexOf('.') < 0 ? plain.length() : plain.lastIndexOf('.');
            String found = plain;
            for (int copy = 2; !taken.add(found.toLowerCase(Locale.ROOT)); copy++) {
                found = plain.substring(0, end) + "-" + copy + plain.substring(end);
            }
            result.add(found);
        }
        return result;
    }

}
