package org.stockwright.hostile;

import java.util.Map;

/** A sound file for each kind of import, to be broken. */
final class KindFiles {

    static final Map<String, String> SOUND = Map.ofEntries(
        Map.entry("units", "unit,name,dimension,base_unit,numerator,denominator,scale\n"
            + "U-1,Unit one,length,,1,1,3\nU-2,\"Unit, two\",length,U-1,1000,1,3\nU-3,Drittel,length,U-1,1,3,0\n"),
        Map.entry("items", "item,name,category,unit,tracking,barcode,standard_cost,safety_stock,active\n"
            + "N-1,\"Größe \"\"x\"\"\",Tools/Spades,PCS,none,4006381333931,12.5,10,yes\n"
            + "N-2,Zweiter,Tools,KG,lot,,0.001,1.5,no\nITEM-1,Item number 1,,PCS,,,,,\n"
            + "N-3,'=1+1,Tools,PCS,serial,,1e9,,1\n"),
        Map.entry("packs",
            "item,pack,quantity,barcode,level\nITEM-1,BOX,9,,1\nITEM-2,PALLET,500,,2\nITEM-4,BOX,12,,1\n"),
        Map.entry("locations", "location,name,parent,kind,pick_sequence,partner\nL-1,Aisle one,MAIN,aisle,1,\n"
            + "L-2,Bin,L-1,bin,2,\nL-3,Fach ö,L-1,bin,3,\n"),
        Map.entry("partners",
            "partner,name,roles,currency\nP-1,Müller & Söhne,supplier|customer,EUR\nP-2,P two,carrier,\n"),
        Map.entry("item-suppliers",
            "item,supplier,supplier_code,price,currency,unit,minimum,multiple,lead_time_days,rank\n"
                + "ITEM-1,ACME,A-1,1.25,EUR,PCS,10,5,14,1\nITEM-2,ACME,A-2,\"1,5\",EUR,PCS,,,7,1\n"),
        Map.entry("item-handling",
            "item,weight_kg,volume_l,temperature_class,hazard_class,abc_class,commodity_code,origin_country,least_days\n"
                + "ITEM-1,0.25,1.5,ambient,,A,7318.15,DE,\nITEM-2,\"1,5\",,kühl,2.1,b,,cn,30\nITEM-3,,,,,,,,\n"),
        Map.entry("supplier-prices", "item,supplier,unit,from_quantity,price,currency,valid_from,valid_to\n"
            + "ITEM-1,ACME,,,1.5,EUR,2026-01-01,2026-12-31\nITEM-1,ACME,,100,\"1,25\",EUR,2026-01-01,2026-12-31\n"
            + "ITEM-1,ACME,,,1.6,EUR,2027-01-01,\nITEM-3,ACME,KG,0.5,3,USD,,\n"),
        Map.entry("price-lists", "price_list,customer,item,unit,from_quantity,price,currency,valid_from,valid_to\n"
            + "STANDARD,,ITEM-1,PCS,,9.5,EUR,,\nSTANDARD,,ITEM-1,PCS,10,9,EUR,,2026-12-31\n"
            + "\"Große, \"\"VIP\"\"\",BUYER,ITEM-1,,,8,EUR,2026-01-01,\nVIP,BUYER,ITEM-3,KG,,\"2,5\",EUR,,\n"),
        Map.entry("addresses", "partner,code,name,line1,line2,line3,line4,postal_code,city,region,country,phone,email\n"
            + "ACME,,Müller,\"Hauptstraße 1, Hof\",,,,01099,Köln,NRW,de,+49 1,a@b.de\nBUYER,SHIP-1,,,,,,,Paris,,FR,,\n"
            + ",MAIN,,Dock 1,Gate 2,,,,,,,,\n"),
        Map.entry("location-limits", "location,max_weight_kg,max_volume_l,max_count,one_item_only,one_lot_only,"
            + "temperature_class,hazard_classes,fixed_item\nBIN-1,500,1200,100,yes,no,chilled,3|2.1,ITEM-1\n"
            + "BIN-2,\"0,5\",,,,,,,\nMAIN,,,,no,no,ambient,,\n"),
        Map.entry("opening-stock", "item,location,quantity,unit,lot,owner,unit_cost,effective\n"
            + "ITEM-1,BIN-1,100,PCS,,,1.5,2026-01-01\nITEM-2,BIN-2,5,PCS,,OWNER,,2026-01-01T08:00:00Z\n"
            + "ITEM-3,BIN-3,1.234,KG,,,,\nITEM-4,BIN-3,0,PCS,,,,\n"),
        Map.entry("movements", "key,effective,type,item,quantity,unit,from,to,unit_cost,currency,reference,reason\n"
            + "M-1,2026-01-02,receipt,ITEM-1,10,PCS,,BIN-1,1.5,USD,PO-1,\n"
            + "M-2,,issue,ITEM-1,1,PCS,MAIN,,,,SO-1,\"said \"\"x\"\"\"\n"
            + "M-3,2026-01-03,transfer,ITEM-1,2,PCS,BIN-1,BIN-2,,,,\nM-4,,adjust,ITEM-5,3,PCS,,BIN-2,,,,found\n"),
        Map.entry("accounts", "account,name,type,external,active\n7000,\"Muster, \"\"frei\"\"\",expense,G-70,yes\n"
            + "7001,Größe,asset,,no\n1300,,,,\n"),
        Map.entry("posting-rules", "category,type,side,account,cost_centre,effective\n"
            + ",issue,customer,5000,SHOP,2030-01-01\n,,scrap,5100,,2030-01-01T08:00:00Z\n"),
        Map.entry("standard-costs", "item,effective,cost,material,freight,labour,overhead\nITEM-1,2026-01-01,1.5,,,,\n"
            + "ITEM-2,,,1,0.25,,\nITEM-4,2026-02-01T10:00:00Z,\"2,5\",,,,\n"),
        Map.entry("exchange-rates", "currency,effective,rate\nUSD,2026-01-01,0.9\nGBP,2026-01-01,1.15\n"),
        Map.entry("late-costs", "key,effective,document,line,freight,by,reference,reason\n"
            + "LC-1,2026-01-10,R-1,,2.5,value,INV-1,\"said \"\"x\"\"\"\nLC-1,,R-2,1,,,,\nLC-2,2026-01-11,R-2,,-0.5,,,\n"),
        Map.entry("purchase-orders", "order,supplier,date,item,quantity,unit,price,due,reference,state,any_quantity\n"
            + "A-1,ACME,2026-01-05,ITEM-1,10,PCS,1.5,2026-01-20,\"Offer \"\"x\"\"\",sent,yes\nA-1,ACME,,ITEM-2,3,,\"1,5\",,,,\n"
            + "A-2,ACME,,ITEM-1,20,,2,,,,\n"),
        Map.entry("period-counts", "item,quantity,period,unit,lot,location\nITEM-1,90,2026-01-31,PCS,,\n"
            + "ITEM-3,\"1,5\",2026-01-31,KG,,BIN-3\nITEM-4,0,2026-01-31,,,\n"),
        Map.entry("lot-groups", "item,lot,lot_group\nITEM-3,L-1,\"harvest, 2026\"\nITEM-3,L-2,Größe\nITEM-4,L-1,\n"),
        Map.entry("customer-orders", "order,customer,date,item,quantity,unit,price,currency,due,priority,reference\n"
            + "W-1,ACME,2026-01-05,ITEM-1,10,PCS,2.5,EUR,2026-02-01,5,\"said \"\"x\"\"\"\nW-1,,,ITEM-2,1,,,,,,\n"
            + "W-2,ACME,2026-01-05T10:00:00Z,ITEM-3,\"1,5\",KG,,,,,Größe\n"),
        Map.entry("kits", "kit,item,quantity,unit,valid_from,virtual\nITEM-1,ITEM-2,2,PCS,2026-01-01,yes\n"
            + "ITEM-1,ITEM-3,\"0,5\",KG,2026-01-01,\nITEM-4,ITEM-5,1,,,no\n"),
        Map.entry("goods-receipts", "key,item,quantity,unit,lot,expires,place,rejected,reason,unit_cost,effective\n"
            + "GR-1,ITEM-1,10,PCS,,,BIN-1,2,\"bent, \"\"x\"\"\",1.5,2026-02-01\nGR-1,ITEM-2,5,,,,,,,,\n"
            + "GR-2,ITEM-4,1,PCS,,,BIN-2,,,\"2,5\",2026-02-01T10:00:00Z\n"),
        Map.entry("put-aways", "key,item,quantity,unit,lot,from,to,scanned,status,effective\n"
            + "PA-1,ITEM-1,1,PCS,,BIN-1,BIN-2,BIN-2,,2026-02-01\nPA-1,ITEM-1,1,,,BIN-1,BIN-3,,available,\n"),
        Map.entry("quality-plans",
            "item,category,supplier,inspect,every\nITEM-1,,ACME,every-nth,3\n,Tools/Spades,,all,\n"
                + ",\"Größe \"\"x\"\"\",,none,1\n"),
        Map.entry("put-away-rules",
            "rule,priority,item,category,abc_class,temperature_class,target,fixed,fill_percent\n"
                + "PR-1,10,ITEM-1,,,,BIN-1,no,80\nPR-2,20,,Tools/Spades,a,frozen,MAIN,,\n\"PR 3, Größe\",30,,,,,BIN-2,yes,100\n"),
        Map.entry("pos-sales", "channel,receipt,date,item,quantity,unit,price,place,original,lot\n"
            + "SHOP,R-1,2026-02-01T10:00:00Z,ITEM-1,2,PCS,2.5,BIN-1,,\nSHOP,R-1,,ITEM-2,\"1,5\",,,,,\n"
            + "SHOP,\"R \"\"2\"\"\",2026-02-02,ITEM-4,-1,PCS,9,BIN-2,R-1,L-1\n"),
        Map.entry("shipments", "key,order,line,quantity,ready,carrier,tracking,effective\n"
            + "S-1,SO-000001,1,2,held,,\"JD \"\"1\"\"\",2026-02-01\nS-1,SO-000001,2,\"0,5\",held,,,\nS-2,SO-000009,,,packed,ACME,,\n"),
        Map.entry("supplier-returns", "key,receipt,line,quantity,reason,status,place,paper,effective\n"
            + "SR-1,GR-000001,1,1,\"cracked, \"\"x\"\"\",,BIN-1,Größe,2026-02-10\nSR-1,GR-000001,2,\"0,5\",,available,,,\n"
            + "SR-2,GR-000002,1,1,bent,,,,\n"),
        Map.entry("picks", "key,list,line,quantity,missing,bin,item,lot,effective\n"
            + "C-1,PL-000001,1,2,\"bin \"\"x\"\" empty\",BIN-1,ITEM-1,,2026-02-01\nC-1,PL-000001,2,\"0,5\",,,,L-1,\n"
            + "C-2,PL-000009,,,,,,,\n"),
        Map.entry("packing", "key,order,scan,quantity,override,effective\n"
            + "K-1,SO-000001,ITEM-1,2,\"box \"\"x\"\" was full\",2026-02-01\nK-1,SO-000001,Größe,\"1,5\",,\nK-2,SO-000009,,,,\n"),
        Map.entry("customer-returns", "key,shipment,line,quantity,reason,at,decide,to,refund,note,effective,item\n"
            + "R-1,SH-000001,1,2,\"damaged, \"\"x\"\"\",BIN-1,restock,BIN-2,yes,,2026-02-20,\n"
            + "R-1,SH-000001,2,\"0,5\",,,scrap,,no,Größe,,\nR-2,SH-000009,,1,not wanted,,,,,,,ITEM-1\n"),
        Map.entry("allocations", "order,strategy,expired_too\nSO-000001,fefo,no\nSO-000002,,yes\nSO-000001,,\n"),
        Map.entry("drop-ship-dispatches", "key,order,line,quantity,lot,expires,paper,carrier,tracking,effective\n"
            + "D-1,PO-000001,1,2,L-1,2027-06-30,\"LS \"\"1\"\"\",,JD 1,2026-02-01\nD-1,PO-000001,2,\"0,5\",,,,,,\n"
            + "D-2,PO-000009,,,,,Größe,ACME,,2026-02-01T10:00:00Z\n"),
        Map.entry("transit-terms", "place,direction,incoterm,owned_from,effective\nTRANSIT,inbound,DAP,,2030-01-01\n"
            + "TRANSIT,outbound,fob,destination,2031-01-01T08:00:00Z\nTRANSIT,own,,,2032-01-01\n"),
        Map.entry("resources",
            "resource,name,kind,pools\nR-1,\"Größe, \"\"x\"\"\",person,DOCTOR NURSE\nR-2,Room,ROOM,\n"
                + "R-3,Van,machine,\"CAR,DOCTOR\"\n"),
        Map.entry("shifts",
            "resource,day,from,to,since,until\nR-1,Monday,08:00,12:00,,\nR-1,2,8:00,24:00,2026-01-01,2026-12-31\n"
                + "R-2,sun,00:00,00:00,,\n"),
        Map.entry("absences", "resource,from,until,why\nR-1,2026-02-01,2026-02-03,\"ill, \"\"x\"\"\"\n"
            + "R-1,2026-03-01T08:00:00Z,2026-03-01T09:30:00Z,Größe\nR-2,2026-04-01 08:00,2026-04-01,\n"),
        Map.entry("service-templates",
            "template,name,service,stored,queue,valid_from,boundary,under_cost,stage,stage_name,"
                + "performer,automation,minutes,cost,validity_days,gate,due_minutes,materials,needs\n"
                + "SV-1,\"Letter, \"\"x\"\"\",ITEM-1,,BIN-1,2026-02-01,0,25,A,Größe,staff,,6,\"1,5\",30,done?,60,ITEM-3=0.5,C=6|D=1\n"
                + "SV-1,,ITEM-1,,,,,,B,,,letter:X,0.5,,,,,,\nSV-2,,ITEM-4,,,,,,A,,client,,3,,,,,,\n"),
        Map.entry("service-cases", "key,template,customer,reference,stored_only,effective,name,value\n"
            + "C-1,SV-1,ACME,\"PO \"\"1\"\"\",no,2026-02-01,age,40\nC-1,SV-1,,,,,Größe,\"1,5\"\nC-2,SV-2,ACME,,yes,,,\n"),
        Map.entry("service-stage-results", "key,case,stage,summary,effective,name,value\n"
            + "S-1,SV-000001,NAME,\"said \"\"yes\"\"\",2026-02-01,insurer,AXA\nS-1,SV-000001,,,,Größe,\"1,5\"\n"
            + "S-2,SV-000009,SIGN,,,,\n"),
        Map.entry("letter-templates",
            "template,name,format,file,content,valid_from,valid_until,uses,place,field,line,value\n"
                + "LT-1,\"Größe, \"\"x\"\"\",html,,<p>Dear ${name}</p>[#list rows as row]${row.item}[/#list],2026-02-01,,ITEM-1,"
                + "BIN-1,name,,\"Berg, \"\"A\"\"\"\nLT-1,,,,,,,,,rows.item,1,Größe\nLT-2,,HTML,,plain,,2026-12-31,-,,,,\n"
                + "LT-3,,,,\"<b>x, y</b>\",,,,,,,\n"),
        Map.entry("client-profiles", "client,field,value,type,choices\nACME,income,\"3200.5\",number,\n"
            + "ACME,kind,private,text,private|company\nBUYER,größe,180,number,\nBUYER,vip,yes,yes-no,\nACME,since,2026-01-01,date,\n"),
        Map.entry("decision-tables", "table,name,policy,from,until,inputs,outputs,conditions,outcomes,note\n"
            + "CHECK,\"Check, \"\"x\"\"\",first,2026-02-01,,\"score number; country text: DE, FR\",decision text,"
            + "[500..700); DE,look,by hand\nCHECK,,,,,,,= score > 700; -,approve,Größe\nCHECK,,,,,,,-; -,refuse,\n"
            + "OTHER,,unique,2026-02-01,2026-12-31,n number,m number,< 5,\"1.5\",\n"),
        Map.entry("decision-samples",
            "table,sample,inputs,outcomes\nCHECK,\"good, \"\"x\"\"\",score=800; country=DE,approve\n"
                + "CHECK,Größe,score=1; country=FR,refuse\n"),
        Map.entry("packing-rules", "rule,level,item,material_place,only_item,least_units,most_units,most_weight,tare\n"
            + "C10,2,ITEM-1,BIN-1,,,10,\"12,5\",0.3\nEPAL,3,,,,3,8,,25\nGröße,,,,ITEM-2,,4,,\n"));

    private KindFiles() {
    }

}
