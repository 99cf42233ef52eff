package org.stockwright.documents.internal.printing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Labels in ZPL II, for printers with 8 dots per millimetre (203 dpi). Texts are UTF-8 written in ASCII by the hexadecimal
 * escapes of {@code ^FH}, so that no text is taken for a command and the file survives any transport.
 */
final class Zpl {

    private static final int DOTS = 8;
    private static final int MODULE = 4;

    private final StringBuilder text = new StringBuilder();

    private Zpl() {
    }

    /** The file of a form's labels. */
    static String of(Form form, List<Label> labels) {
        Zpl zpl = new Zpl();
        for (Label label : labels) {
            switch (form) {
                case SHIPPING_LABEL -> zpl.shipping(label);
                case SSCC_LABEL -> zpl.logistic(label);
                default -> zpl.receipt(label);
            }
        }
        return zpl.text.toString();
    }

    private void shipping(Label label) {
        begin(105, 148);
        marking(label, 78, 4);
        field(4, 4, 72, 3, 9, "From\n" + label.from());
        rule(4, 34, 97);
        field(4, 37, 20, 4, 1, "To");
        field(4, 42, 97, 5, 8, label.to());
        rule(4, 82, 97);
        pair(4, 85, 46, "Carrier", label.carrier());
        pair(54, 85, 46, "Tracking number", label.tracking());
        pair(4, 97, 32, "Shipment", label.number());
        pair(40, 97, 26, "Package", label.piece());
        pair(72, 97, 29, "Weight", label.weight());
        bars(6, 112, 93, 24, label.bars());
        end();
    }

    private void logistic(Label label) {
        begin(105, 148);
        marking(label, 78, 4);
        field(4, 4, 72, 3, 6, label.from());
        rule(4, 24, 97);
        field(4, 27, 97, 4, 7, "To\n" + label.to());
        rule(4, 56, 97);
        field(4, 59, 97, 3, 4, label.name());
        pair(4, 76, 34, "Shipment", label.number());
        pair(42, 76, 24, "Package", label.piece());
        pair(72, 76, 29, "Gross weight", label.weight());
        rule(4, 89, 97);
        pair(4, 92, 97, "SSCC", label.item());
        bars(6, 105, 93, 32, label.bars());
        end();
    }

    private void receipt(Label label) {
        begin(100, 60);
        marking(label, 76, 3);
        field(3, 3, 70, 6, 1, label.item());
        field(3, 10, 94, 3, 2, label.name());
        pair(3, 18, 30, "Lot", label.lot());
        pair(36, 18, 28, "Expires", label.expires());
        pair(66, 18, 31, "Quantity", label.quantity());
        pair(3, 29, 30, "Receipt", label.number());
        pair(36, 29, 28, "Date", label.date());
        pair(66, 29, 31, "Place", label.place());
        bars(4, 40, 92, 12, label.bars());
        end();
    }

    /** The size is in millimetres, as all places are. */
    private void begin(int width, int height) {
        text.append("^XA\n^CI28\n^PW").append(width * DOTS).append("\n^LL").append(height * DOTS).append("\n^LH0,0\n");
    }

    private void end() {
        text.append("^XZ\n");
    }

    private void marking(Label label, int x, int y) {
        if (!label.marking().isEmpty()) {
            field(x, y, 24, 6, 1, label.marking());
        }
    }

    private void rule(int x, int y, int width) {
        text.append("^FO").append(x * DOTS).append(',').append(y * DOTS).append("^GB").append(width * DOTS)
            .append(",2,2^FS\n");
    }

    private void pair(int x, int y, int width, String caption, String value) {
        if (!value.isEmpty()) {
            field(x, y, width, 2, 1, caption);
            // a number that is cut off would be another number: it is written smaller
            field(x, y + 3, width, value.length() <= room(width, 4) ? 4 : value.length() <= room(width, 3) ? 3 : 2, 1,
                value);
        }
    }

    /** How many characters of a height fit into a width: those of the printer's font 0 are narrower than this on average. */
    private static int room(int width, int height) {
        return width * 10 / (height * 6);
    }

    /**
     * A text in a block of so many lines. The printer writes what does not fit over the last line; so the text is broken here,
     * and ends with dots where there is no room for more.
     */
    private void field(int x, int y, int width, int height, int lines, String value) {
        if (value.isEmpty()) {
            return;
        }
        int dots = height * DOTS;
        text.append("^FO").append(x * DOTS).append(',').append(y * DOTS).append("^A0N,").append(dots).append(',')
            .append(dots).append("^FB").append(width * DOTS).append(',').append(lines).append(",0,L^FH^FD")
            .append(TextBlock.of(value, room(width, height), lines).stream().map(Zpl::escaped)
                .collect(Collectors.joining("\\&")))
            .append("^FS\n");
    }

    /**
     * The barcode with the text below it. Modules are 4 dots wide, which is the half millimetre that GS1 wants at least on
     * logistic labels, or as many fewer as the label needs.
     */
    private void bars(int x, int y, int width, int height, Bars bars) {
        Optional<Code128> code = bars.code();
        if (code.isEmpty()) {
            return;
        }
        int module = Math.clamp(width * DOTS / code.get().modules().size(), 1, MODULE);
        text.append("^FO").append(x * DOTS).append(',').append(y * DOTS).append("^BY").append(module).append("^BCN,")
            .append(height * DOTS).append(",N,N,N,N^FH^FD").append(escaped(code.get().zpl())).append("^FS\n");
        field(x, y + height + 1, width, 3, 1, bars.text());
    }

    /** What stands behind {@code ^FH^FD}: characters that mean something to the printer, and all beyond ASCII, in hexadecimal. */
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= ' ' && one < 127 && "^~_\\".indexOf(one) < 0;
            escaped.append(plain ? String.valueOf((char) one) : "_%02X".formatted(one & 0xff));
        }
        return escaped.toString();
    }

}
