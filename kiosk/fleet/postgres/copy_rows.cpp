#include "fleet/postgres/copy_rows.h"

#include <array>
#include <type_traits>

namespace kiosk::fleet {

// Most significant byte first, as on the wire.
template <typename Integer>
void CopyRows::append(Integer value)
{
    auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
    std::array<char, sizeof(Integer)> bytes{};
    for (std::size_t i = bytes.size(); i-- > 0;) {
        bytes[i] = static_cast<char>(bits & 0xFFU);
        if constexpr (sizeof(Integer) > 1) bits = static_cast<decltype(bits)>(bits >> 8U);
    }
    bytes_.append(bytes.data(), bytes.size());
}

void CopyRows::begin_row(std::int16_t columns)
{
    append(columns);
    ++rows_;
}

void CopyRows::add(std::int16_t value)
{
    append(std::int32_t{sizeof value});
    append(value);
}

void CopyRows::add(std::int32_t value)
{
    append(std::int32_t{sizeof value});
    append(value);
}

void CopyRows::add(std::int64_t value)
{
    append(std::int32_t{sizeof value});
    append(value);
}

void CopyRows::add(bool value)
{
    append(std::int32_t{1});
    bytes_ += value ? '\1' : '\0';
}

void CopyRows::add(std::string_view text)
{
    append(static_cast<std::int32_t>(text.size()));
    bytes_ += text;
}

void CopyRows::add(std::optional<DayNumber> day)
{
    if (day)
        add(day->days);
    else
        append(std::int32_t{-1});
}

std::string_view CopyRows::finished()
{
    append(std::int16_t{-1});
    return bytes_;
}

void CopyRows::clear()
{
    using namespace std::string_view_literals;
    bytes_ = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"sv;
    rows_ = 0;
}

} // namespace kiosk::fleet
