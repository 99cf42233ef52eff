package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What a supplier takes for an item from a quantity on. Read-only here: its service writes it. */
@Entity(name = "SupplierPrice")
@Table(name = "supplier_price")
@Cacheable(false)
public class SupplierPriceEntity extends QuantityPriceEntity {

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity supplier;

    /** For the persistence provider only. */
    protected SupplierPriceEntity() {
        // filled by the provider
    }

    /** What is sold. */
    public ItemEntity getItem() {
        return item;
    }

    /** Who sells it. */
    public PartnerEntity getSupplier() {
        return supplier;
    }

}
