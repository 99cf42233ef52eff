package org.stockwright.documents.internal.printing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A barcode of Code 128 as it stands on a paper.
 *
 * @param data what a scanner reads, {@link Code128#FNC1} in it where it is a GS1 symbol; empty for none
 * @param text what stands below the bars
 */
record Bars(String data, String text) {

    /** No barcode. */
    static final Bars NONE = new Bars("", "");

    /** Light modules before and behind the bars, as the standard wants them. */
    private static final int QUIET = 10;
    private static final int PIXELS = 4;
    private static final int HEIGHT = 60;
    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

    /** The barcode of a text, and the text below it. */
    static Bars of(String text) {
        return Code128.of(text).map(code -> new Bars(text, text)).orElse(NONE);
    }

    /** The code, if there is one. */
    Optional<Code128> code() {
        return Code128.of(data);
    }

    /**
     * The bars as PNG; a module is {@value #PIXELS} pixels wide.
     *
     * @param width to how many modules it is filled up with light ones on both sides, so that pictures of the same size
     *            have modules of the same width
     * @return {@code null} when there is no barcode, as cells of reports are
     */
    byte[] png(int width) {
        return code().map(found -> png(found.modules(), width)).orElse(null);
    }

    private static byte[] png(List<Boolean> modules, int width) {
        int all = Math.max(width, modules.size() + 2 * QUIET);
        int light = (all - modules.size()) / 2;
        int pixels = all * PIXELS;
        byte[] row = new byte[1 + (pixels + 7) / 8];
        for (int x = 0; x < pixels; x++) {
            int module = x / PIXELS - light;
            boolean dark = module >= 0 && module < modules.size() && modules.get(module);
            if (!dark) {
                row[1 + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(image)) {
            for (int y = 0; y < HEIGHT; y++) {
                packed.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(pixels, image.toByteArray());
    }

    /** A PNG of one bit per pixel. */
    private static byte[] file(int pixels, byte[] image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            try (DataOutputStream head = new DataOutputStream(header)) {
                head.writeInt(pixels);
                head.writeInt(HEIGHT);
                head.write(new byte[] { 1, 0, 0, 0, 0 });
            }
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", image);
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(content.length);
        out.write(type);
        out.write(content);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content);
        out.writeInt((int) sum.getValue());
    }

}
