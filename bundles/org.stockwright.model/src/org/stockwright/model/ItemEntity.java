package org.stockwright.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An item as it is stored. */
@Entity(name = "Item")
@Table(name = "item")
@Cacheable(false)
public class ItemEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "description")
    private String description;

    @ManyToOne
    @JoinColumn(name = "category_id")
    private CategoryEntity category;

    @ManyToOne(optional = false)
    @JoinColumn(name = "unit_id")
    private UnitEntity unit;

    @Column(name = "roles")
    @Convert(converter = CodesConverter.class)
    private Set<String> roles;

    @Column(name = "tracking")
    private String tracking;

    @Column(name = "shelf_life_days")
    private Integer shelfLifeDays;

    @Column(name = "standard_cost")
    private BigDecimal standardCost;

    @Column(name = "list_price")
    private BigDecimal listPrice;

    @Column(name = "safety_stock")
    private BigDecimal safetyStock;

    @Column(name = "reorder_point")
    private BigDecimal reorderPoint;

    @Column(name = "active")
    @Convert(converter = FlagConverter.class)
    private boolean active;

    @Column(name = "lock_reason")
    private String lockReason;

    @Column(name = "created_at")
    @Convert(converter = MicrosConverter.class)
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected ItemEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public ItemEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What people type. */
    public String getCode() {
        return code;
    }

    /** Sets what {@link #getCode} tells. */
    public void setCode(String code) {
        this.code = code;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** More words, or {@code null}. */
    public String getDescription() {
        return description;
    }

    /** Sets what {@link #getDescription} tells. */
    public void setDescription(String description) {
        this.description = description;
    }

    /** Where it stands in the tree, or {@code null}. */
    public CategoryEntity getCategory() {
        return category;
    }

    /** Sets what {@link #getCategory} tells. */
    public void setCategory(CategoryEntity category) {
        this.category = category;
    }

    /** The unit in which the ledger counts it. */
    public UnitEntity getUnit() {
        return unit;
    }

    /** Sets what {@link #getUnit} tells. */
    public void setUnit(UnitEntity unit) {
        this.unit = unit;
    }

    /** The inventory types that it plays. */
    public Set<String> getRoles() {
        return roles;
    }

    /** Sets what {@link #getRoles} tells. */
    public void setRoles(Set<String> roles) {
        this.roles = roles;
    }

    /** NONE, LOT or SERIAL. */
    public String getTracking() {
        return tracking;
    }

    /** Sets what {@link #getTracking} tells. */
    public void setTracking(String tracking) {
        this.tracking = tracking;
    }

    /** Days from receipt to expiry, or {@code null}. */
    public Integer getShelfLifeDays() {
        return shelfLifeDays;
    }

    /** Sets what {@link #getShelfLifeDays} tells. */
    public void setShelfLifeDays(Integer shelfLifeDays) {
        this.shelfLifeDays = shelfLifeDays;
    }

    /** Cost per base unit in the company's currency, or {@code null}. */
    public BigDecimal getStandardCost() {
        return standardCost;
    }

    /** Sets what {@link #getStandardCost} tells. */
    public void setStandardCost(BigDecimal standardCost) {
        this.standardCost = standardCost;
    }

    /** Price per base unit in the company's currency, or {@code null}. */
    public BigDecimal getListPrice() {
        return listPrice;
    }

    /** Sets what {@link #getListPrice} tells. */
    public void setListPrice(BigDecimal listPrice) {
        this.listPrice = listPrice;
    }

    /** In the base unit, or {@code null}. */
    public BigDecimal getSafetyStock() {
        return safetyStock;
    }

    /** Sets what {@link #getSafetyStock} tells. */
    public void setSafetyStock(BigDecimal safetyStock) {
        this.safetyStock = safetyStock;
    }

    /** In the base unit, or {@code null}. */
    public BigDecimal getReorderPoint() {
        return reorderPoint;
    }

    /** Sets what {@link #getReorderPoint} tells. */
    public void setReorderPoint(BigDecimal reorderPoint) {
        this.reorderPoint = reorderPoint;
    }

    /** Whether new movements may name it. */
    public boolean isActive() {
        return active;
    }

    /** Sets what {@link #isActive} tells. */
    public void setActive(boolean active) {
        this.active = active;
    }

    /** Why postings are refused at the moment, or {@code null}. */
    public String getLockReason() {
        return lockReason;
    }

    /** Sets what {@link #getLockReason} tells. */
    public void setLockReason(String lockReason) {
        this.lockReason = lockReason;
    }

    /** When it was made. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Sets what {@link #getCreatedAt} tells. */
    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
