package org.stockwright.reporting.internal;

import java.nio.file.Path;
import java.util.Base64;

import org.eclipse.birt.report.engine.api.CachedImage;
import org.eclipse.birt.report.engine.api.HTMLRenderOption;
import org.eclipse.birt.report.engine.api.IHTMLImageHandler;
import org.eclipse.birt.report.engine.api.IHTMLRenderOption;
import org.eclipse.birt.report.engine.api.IImage;
import org.eclipse.birt.report.engine.api.IPDFRenderOption;
import org.eclipse.birt.report.engine.api.IRenderOption;
import org.eclipse.birt.report.engine.api.PDFRenderOption;
import org.eclipse.birt.report.engine.api.RenderOption;
import org.eclipse.birt.report.engine.api.script.IReportContext;

/** The emitters' options per format. */
final class Rendering {

    /** Dots per inch of charts that become pixels. */
    private static final int CHART_DPI = 192;

    private Rendering() {
    }

    /** Options for writing this file. */
    static RenderOption option(Format format, Path file) {
        RenderOption option = switch (format) {
            case PDF -> pdf();
            case HTML -> html(false);
            case XLSX -> xlsx();
            case DOCX -> pixels("docx");
            case CSV -> throw new IllegalArgumentException("CSV is not laid out");
        };
        option.setOutputFileName(file.toString());
        return option;
    }

    /** Options for one page as HTML. */
    static RenderOption page(Path file) {
        RenderOption option = html(true);
        option.setOutputFileName(file.toString());
        return option;
    }

    private static RenderOption pdf() {
        PDFRenderOption option = new PDFRenderOption();
        option.setOutputFormat(IRenderOption.OUTPUT_FORMAT_PDF);
        option.setSupportedImageFormats("SVG;PNG;JPG");
        // a long code or number goes on in the next line; a number that is cut off would be another number
        option.setOption(IPDFRenderOption.PDF_WORDBREAK, Boolean.TRUE);
        return option;
    }

    private static RenderOption html(boolean paged) {
        HTMLRenderOption option = new HTMLRenderOption();
        option.setOutputFormat(IRenderOption.OUTPUT_FORMAT_HTML);
        option.setSupportedImageFormats("PNG");
        option.setOption(IRenderOption.CHART_DPI, CHART_DPI);
        option.setHtmlPagination(paged);
        option.setOption(IHTMLRenderOption.MASTER_PAGE_CONTENT, Boolean.TRUE);
        option.setOption(IHTMLRenderOption.PAGEFOOTER_FLOAT_FLAG, Boolean.FALSE);
        option.setImageHandler(new InlineImages());
        return option;
    }

    private static RenderOption xlsx() {
        RenderOption option = pixels("xlsx");
        option.setEmitterID("uk.co.spudsoft.birt.emitters.excel.XlsxEmitter");
        option.setOption("ExcelEmitter.SingleSheet", Boolean.TRUE);
        option.setOption("ExcelEmitter.DisableGrouping", Boolean.TRUE);
        option.setOption("ExcelEmitter.RemoveBlankRows", Boolean.FALSE);
        return option;
    }

    private static RenderOption pixels(String format) {
        RenderOption option = new RenderOption();
        option.setOutputFormat(format);
        option.setSupportedImageFormats("PNG");
        option.setOption(IRenderOption.CHART_DPI, CHART_DPI);
        return option;
    }

    /** Puts the images into the HTML itself, so that a page is one file; images from elsewhere are left out. */
    private static final class InlineImages implements IHTMLImageHandler {

        private static String inline(IImage image) {
            byte[] data = image.getImageData();
            String type = image.getMimeType() == null ? "image/png" : image.getMimeType();
            return data == null ? "" : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(data);
        }

        @Override
        public String onDesignImage(IImage image, IReportContext context) {
            return inline(image);
        }

        @Override
        public String onDocImage(IImage image, IReportContext context) {
            return inline(image);
        }

        @Override
        public String onCustomImage(IImage image, IReportContext context) {
            return inline(image);
        }

        @Override
        public String onFileImage(IImage image, IReportContext context) {
            return "";
        }

        @Override
        public String onURLImage(IImage image, IReportContext context) {
            return "";
        }

        @Override
        public String onDesignImage(IImage image, Object context) {
            return inline(image);
        }

        @Override
        public String onDocImage(IImage image, Object context) {
            return inline(image);
        }

        @Override
        public String onCustomImage(IImage image, Object context) {
            return inline(image);
        }

        @Override
        public String onFileImage(IImage image, Object context) {
            return "";
        }

        @Override
        public String onURLImage(IImage image, Object context) {
            return "";
        }

        @Override
        public CachedImage getCachedImage(String id, int type, IReportContext context) {
            return null;
        }

        @Override
        public CachedImage addCachedImage(String id, int type, IImage image, IReportContext context) {
            return null;
        }

    }

}
