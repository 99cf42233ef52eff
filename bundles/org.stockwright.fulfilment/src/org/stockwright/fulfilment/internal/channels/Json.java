package org.stockwright.fulfilment.internal.channels;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.fulfilment.FulfilmentRefusal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * Reads JSON from strangers: RFC 8259 to the letter, no name twice in an object, at most {@value #DEEPEST} levels and
 * {@value #MOST} values. Numbers stay the texts that they are, so that no digit is lost.
 */
final class Json {

    private static final int DEEPEST = 16;
    private static final int MOST = 200_000;

    private final JsonReader reader;
    private int values;

    private Json(JsonReader reader) {
        this.reader = reader;
    }

    /** The members of an object, or why the text is none: values are texts, booleans, lists, maps or null. */
    static Outcome<Map<String, Object>> object(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
            Json json = new Json(reader);
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                return refused("it is no object");
            }
            Map<String, Object> result = json.members();
            return reader.peek() == JsonToken.END_DOCUMENT ? Outcome.done(result)
                : refused("something stands behind the object");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return refused(firstLine(e));
        }
    }

    private static Outcome<Map<String, Object>> refused(String why) {
        return Outcome.refused(Refusal.of(FulfilmentRefusal.NOT_JSON, why).hint("Send one JSON object (RFC 8259)."));
    }

    /** What the reader says, without its advice for programmers. */
    private static String firstLine(Exception e) {
        String said = String.valueOf(e.getMessage());
        int end = said.indexOf('\n');
        return end < 0 ? said : said.substring(0, end);
    }

    private Map<String, Object> members() throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (result.containsKey(name)) {
                throw new IOException("the name " + name + " stands there twice at " + reader.getPath());
            }
            result.put(name, value());
        }
        reader.endObject();
        return result;
    }

    private Object value() throws IOException {
        values++;
        if (values > MOST) {
            throw new IOException("it has more than " + MOST + " values");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> members();
            case BEGIN_ARRAY -> elements();
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            default -> reader.nextString();
        };
    }

    private List<Object> elements() throws IOException {
        List<Object> result = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            result.add(value());
        }
        reader.endArray();
        return result;
    }

}
