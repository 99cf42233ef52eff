package org.stockwright.ui.grid;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the user arranged a grid, by column ids, so that it survives columns that come and go.
 *
 * @param columns the columns from left to right, hidden ones too
 * @param query filters and order
 * @param groupBy the columns that rows are grouped by
 * @param frozen how many columns at the left do not scroll
 */
@SuppressWarnings("nls")
public record GridState(List<Place> columns, GridQuery query, List<String> groupBy, int frozen) {

    /**
     * A column's place.
     *
     * @param column its id
     * @param width in pixels
     * @param visible whether it is shown
     */
    public record Place(String column, int width, boolean visible) {
    }

    /** Copies. */
    public GridState {
        columns = List.copyOf(columns);
        groupBy = List.copyOf(groupBy);
    }

    /** One line of text per fact; read by {@link #parse}. */
    public String text() {
        StringBuilder text = new StringBuilder("1\n");
        columns.forEach(place -> line(text, "column", place.column(), String.valueOf(place.width()),
            place.visible() ? "shown" : "hidden"));
        query.sort().forEach(sort -> line(text, "sort", sort.column(), sort.ascending() ? "up" : "down"));
        query.filters().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .forEach(filter -> line(text, "filter", filter.getKey(), filter.getValue()));
        groupBy.forEach(column -> line(text, "group", column));
        line(text, "frozen", String.valueOf(frozen));
        return text.toString();
    }

    private static void line(StringBuilder text, String... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(URLEncoder.encode(words[i], StandardCharsets.UTF_8));
        }
        text.append('\n');
    }

    /** Reads a saved state; empty when it is not one of ours or of a newer version. */
    public static Optional<GridState> parse(String text) {
        String[] lines = text.split("\n");
        if (!lines[0].equals("1")) {
            return Optional.empty();
        }
        List<Place> columns = new ArrayList<>();
        List<GridQuery.Sort> sort = new ArrayList<>();
        Map<String, String> filters = new LinkedHashMap<>();
        List<String> groupBy = new ArrayList<>();
        int frozen = 0;
        try {
            for (int i = 1; i < lines.length; i++) {
                String[] words = lines[i].split(" ");
                for (int j = 0; j < words.length; j++) {
                    words[j] = URLDecoder.decode(words[j], StandardCharsets.UTF_8);
                }
                switch (words[0]) {
                    case "column" -> columns.add(new Place(words[1], Integer.parseInt(words[2]),
                        words[3].equals("shown")));
                    case "sort" -> sort.add(new GridQuery.Sort(words[1], words[2].equals("up")));
                    case "filter" -> filters.put(words[1], words[2]);
                    case "group" -> groupBy.add(words[1]);
                    case "frozen" -> frozen = Integer.parseInt(words[1]);
                    default -> throw new IllegalArgumentException(words[0]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return Optional.of(new GridState(columns, new GridQuery(filters, sort), groupBy, frozen));
    }

}
