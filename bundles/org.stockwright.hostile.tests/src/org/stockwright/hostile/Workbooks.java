package org.stockwright.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small workbooks made by hand, part by part, so that any part can be what no spreadsheet program writes. */
final class Workbooks {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Workbooks() {
    }

    static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** The parts of a sound workbook with items. */
    static Map<String, String> sound() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default "
            + "Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        parts.put("_rels/.rels", XML + relations("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
            + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", XML + relations("worksheet", "worksheets/sheet1.xml", "sharedStrings",
            "sharedStrings.xml", "styles", "styles.xml"));
        parts.put("xl/sharedStrings.xml", XML + "<sst xmlns=\"" + MAIN + "\"><si><t>item</t></si></sst>");
        parts.put("xl/styles.xml", XML + "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs>"
            + "</styleSheet>");
        parts.put(SHEET, sheet("<row r=\"2\">" + cell("A2", "X-1") + cell("B2", "First") + cell("C2", "PCS")
            + "</row>"));
        return parts;
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder text = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            text.append("<Relationship Id=\"r").append(i / 2).append("\" Type=\"").append(RELATIONS).append('/')
                .append(typesAndTargets[i]).append("\" Target=\"").append(typesAndTargets[i + 1]).append("\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    /** A sheet with a header and these rows. */
    static String sheet(String rows) {
        return XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
            + cell("B1", "name") + cell("C1", "unit") + "</row>" + rows + "</sheetData></worksheet>";
    }

    static Path write(Path file, Map<String, String> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** The sound workbook with a part that is written as a stream. */
    static Path write(Path file, String name, InputStream content) throws IOException {
        Map<String, String> parts = sound();
        parts.remove(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
            zip.closeEntry();
        }
        return file;
    }

}
