package org.stockwright.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** AdventureWorks' tables as the files that our import commands read. */
final class AdventureWorksFiles {

    private final Path source;
    private final Path target;

    AdventureWorksFiles(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    private List<NamedCsvRecord> table(String name) throws IOException {
        return CsvFiles.read(source.resolve(name + ".csv"));
    }

    private Path write(String name, String header, List<String[]> rows) throws IOException {
        return CsvFiles.write(target.resolve(name + ".csv"), List.of(header.split(",")), rows);
    }

    Path units() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord unit : table("UnitMeasure")) {
            rows.add(new String[] { unit.getField("UnitMeasureCode").strip(), unit.getField("Name") });
        }
        return write("units", "unit,name", rows);
    }

    Path items() throws IOException {
        Map<String, String> categories = new HashMap<>();
        for (NamedCsvRecord category : table("ProductCategory")) {
            categories.put(category.getField("ProductCategoryID"), category.getField("Name"));
        }
        Map<String, String> paths = new HashMap<>();
        for (NamedCsvRecord sub : table("ProductSubcategory")) {
            paths.put(sub.getField("ProductSubcategoryID"),
                categories.get(sub.getField("ProductCategoryID")) + "/" + sub.getField("Name"));
        }
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord product : table("Product")) {
            rows.add(new String[] { product.getField("ProductNumber"), product.getField("Name"),
                paths.getOrDefault(product.getField("ProductSubcategoryID"), ""), "EA",
                product.getField("FinishedGoodsFlag").equals("1") ? "FINISHED" : "PART",
                product.getField("StandardCost"), product.getField("ListPrice"),
                product.getField("SafetyStockLevel"), product.getField("ReorderPoint"), "true" });
        }
        return write("items",
            "item,name,category,unit,roles,standard_cost,list_price,safety_stock,reorder_point,active", rows);
    }

    Path locations() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord location : table("Location")) {
            rows.add(new String[] { area(location.getField("LocationID")), location.getField("Name"), "MAIN", "zone" });
        }
        Map<String, String[]> bins = new LinkedHashMap<>();
        for (NamedCsvRecord stock : table("ProductInventory")) {
            bins.put(bin(stock), new String[] { bin(stock),
                "Shelf " + stock.getField("Shelf") + ", bin " + stock.getField("Bin"),
                area(stock.getField("LocationID")), "bin" });
        }
        rows.addAll(bins.values());
        return write("locations", "location,name,parent,kind", rows);
    }

    Path partners() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord vendor : table("Vendor")) {
            rows.add(new String[] { vendor.getField("AccountNumber"), vendor.getField("Name"), "supplier", "USD" });
        }
        return write("partners", "partner,name,roles,currency", rows);
    }

    Path itemSuppliers() throws IOException {
        Map<String, String> products = productNumbers();
        Map<String, String> vendors = new HashMap<>();
        for (NamedCsvRecord vendor : table("Vendor")) {
            vendors.put(vendor.getField("BusinessEntityID"), vendor.getField("AccountNumber"));
        }
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord terms : table("ProductVendor")) {
            rows.add(new String[] { products.get(terms.getField("ProductID")),
                vendors.get(terms.getField("BusinessEntityID")), terms.getField("StandardPrice"), "USD",
                terms.getField("UnitMeasureCode").strip(), terms.getField("MinOrderQty"),
                terms.getField("AverageLeadTime") });
        }
        return write("item-suppliers", "item,supplier,price,currency,unit,minimum,lead_time_days", rows);
    }

    Path openingStock(String effective) throws IOException {
        Map<String, String> products = productNumbers();
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord stock : table("ProductInventory")) {
            rows.add(new String[] { products.get(stock.getField("ProductID")), bin(stock), stock.getField("Quantity"),
                "EA", effective });
        }
        return write("opening-stock", "item,location,quantity,unit,effective", rows);
    }

    /** The stocked quantities of the purchase order lines as receipts; lines of which nothing was stocked are left out. */
    Path receipts() throws IOException {
        Map<String, String> products = productNumbers();
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord line : table("PurchaseOrderDetail")) {
            if (new BigDecimal(line.getField("StockedQty")).signum() > 0) {
                rows.add(new String[] {
                    "PO-" + line.getField("PurchaseOrderID") + "-" + line.getField("PurchaseOrderDetailID"),
                    line.getField("DueDate"), "receipt", products.get(line.getField("ProductID")),
                    line.getField("StockedQty"), "EA", line.getField("UnitPrice"),
                    "PO " + line.getField("PurchaseOrderID") });
            }
        }
        return write("receipts", "key,effective,type,item,quantity,unit,unit_cost,reference", rows);
    }

    /** All purchase orders with their lines, as they were sent to the vendors. */
    Path purchaseOrders() throws IOException {
        Map<String, String> products = productNumbers();
        Map<String, NamedCsvRecord> headers = headers();
        Map<String, String> vendors = new HashMap<>();
        for (NamedCsvRecord vendor : table("Vendor")) {
            vendors.put(vendor.getField("BusinessEntityID"), vendor.getField("AccountNumber"));
        }
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord line : table("PurchaseOrderDetail")) {
            NamedCsvRecord header = headers.get(line.getField("PurchaseOrderID"));
            rows.add(new String[] { order(line), vendors.get(header.getField("VendorID")),
                header.getField("OrderDate"), products.get(line.getField("ProductID")), line.getField("OrderQty"),
                "EA", line.getField("UnitPrice"), "USD", line.getField("DueDate"), "yes", "sent" });
        }
        return write("purchase-orders",
            "order,supplier,date,item,quantity,unit,price,currency,due,any_quantity,state", rows);
    }

    /**
     * What came of each order, on the day on which it was shipped: the rejected part is blocked at once.
     *
     * @param numbers our numbers of the orders, by their names in {@link #purchaseOrders}
     */
    Path goodsReceipts(Map<String, String> numbers) throws IOException {
        Map<String, String> products = productNumbers();
        Map<String, NamedCsvRecord> headers = headers();
        Map<String, Integer> lines = new HashMap<>();
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord line : table("PurchaseOrderDetail")) {
            String order = order(line);
            boolean rejected = new BigDecimal(line.getField("RejectedQty")).signum() > 0;
            rows.add(new String[] { "GR-" + order, numbers.get(order),
                lines.merge(order, 1, Integer::sum).toString(), products.get(line.getField("ProductID")),
                line.getField("ReceivedQty"), "EA", line.getField("RejectedQty"), rejected ? "not as ordered" : "",
                headers.get(line.getField("PurchaseOrderID")).getField("ShipDate") });
        }
        return write("goods-receipts", "key,order,order_line,item,quantity,unit,rejected,reason,effective", rows);
    }

    /** By vendor: how many lines, and how many of them came in full by the day on which they were due. */
    Map<String, int[]> onTimeInFull() throws IOException {
        Map<String, NamedCsvRecord> headers = headers();
        Map<String, String> vendors = new HashMap<>();
        for (NamedCsvRecord vendor : table("Vendor")) {
            vendors.put(vendor.getField("BusinessEntityID"), vendor.getField("AccountNumber"));
        }
        Map<String, int[]> figures = new HashMap<>();
        for (NamedCsvRecord line : table("PurchaseOrderDetail")) {
            NamedCsvRecord header = headers.get(line.getField("PurchaseOrderID"));
            int[] figure = figures.computeIfAbsent(vendors.get(header.getField("VendorID")), code -> new int[2]);
            figure[0]++;
            boolean inTime = LocalDate.parse(header.getField("ShipDate"))
                .compareTo(LocalDate.parse(line.getField("DueDate"))) <= 0;
            boolean inFull = new BigDecimal(line.getField("ReceivedQty"))
                .compareTo(new BigDecimal(line.getField("OrderQty"))) >= 0;
            figure[1] += inTime && inFull ? 1 : 0;
        }
        return figures;
    }

    /** How many orders have a line of which less came than was ordered. */
    long shortOrders() throws IOException {
        return table("PurchaseOrderDetail").stream().filter(line -> new BigDecimal(line.getField("ReceivedQty"))
            .compareTo(new BigDecimal(line.getField("OrderQty"))) < 0).map(AdventureWorksFiles::order).distinct()
            .count();
    }

    private Map<String, NamedCsvRecord> headers() throws IOException {
        Map<String, NamedCsvRecord> headers = new HashMap<>();
        for (NamedCsvRecord header : table("PurchaseOrderHeader")) {
            headers.put(header.getField("PurchaseOrderID"), header);
        }
        return headers;
    }

    private static String order(NamedCsvRecord line) {
        return "AW-" + line.getField("PurchaseOrderID");
    }

    private Map<String, String> productNumbers() throws IOException {
        Map<String, String> products = new HashMap<>();
        for (NamedCsvRecord product : table("Product")) {
            products.put(product.getField("ProductID"), product.getField("ProductNumber"));
        }
        return products;
    }

    private static String area(String id) {
        return "AW" + id;
    }

    private static String bin(NamedCsvRecord stock) {
        return area(stock.getField("LocationID")) + "-" + stock.getField("Shelf").replace("/", "") + "-"
            + stock.getField("Bin");
    }

}
