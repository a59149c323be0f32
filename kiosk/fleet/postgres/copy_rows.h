// Encodes rows for COPY … WITH (FORMAT binary), column by column in the order of the COPY's list. Pure.
#pragma once
#include "fleet/incoming/day_number.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::fleet {

class CopyRows {
public:
    CopyRows() { clear(); }

    void begin_row(std::int16_t columns);
    void add(std::int16_t value);
    void add(std::int32_t value);
    void add(std::int64_t value);
    void add(bool value);
    void add(std::string_view text);
    void add(char const* text) = delete; // would be a bool
    void add(DayNumber day) { add(day.days); }
    void add(std::optional<DayNumber> day);

    std::int64_t rows() const { return rows_; }
    std::size_t size() const { return bytes_.size(); }
    // All bytes with the trailer; nothing may be added after it.
    std::string_view finished();
    void clear();

private:
    template <typename Integer>
    void append(Integer value);

    std::string bytes_;
    std::int64_t rows_ = 0;
};

} // namespace kiosk::fleet
