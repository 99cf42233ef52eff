package org.stockwright.exchange.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.stockwright.exchange.RowWriter;

import com.google.gson.stream.JsonWriter;

/** One JSON object per row and line. Numbers are numbers with all their digits, never with an exponent. */
final class JsonRowWriter implements RowWriter {

    private final List<String> columns;
    private final Writer out;

    JsonRowWriter(List<String> columns, OutputStream out) {
        this.columns = columns;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void write(Object... cells) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonWriter object = new JsonWriter(line)) {
            object.beginObject();
            for (int i = 0; i < columns.size(); i++) {
                object.name(columns.get(i));
                value(object, cells[i]);
            }
            object.endObject();
        }
        out.write(line.toString());
        out.write('\n');
    }

    private static void value(JsonWriter object, Object cell) throws IOException {
        switch (cell) {
            case null -> object.nullValue();
            case Boolean flag -> object.value(flag);
            case BigDecimal number -> object.jsonValue(number.toPlainString());
            case Number number -> object.value(number);
            default -> object.value(cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

}
