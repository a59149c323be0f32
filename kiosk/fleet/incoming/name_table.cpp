#include "fleet/incoming/name_table.h"

#include <algorithm>

namespace kiosk::fleet {

namespace {

constexpr char kBetween = '\x1f'; // the two parts of a name; no measure holds one

} // namespace

std::string_view NameTable::key(std::string_view first, std::string_view second)
{
    if (second.empty()) return first;
    key_.assign(first);
    (key_ += kBetween) += second;
    return key_;
}

void NameTable::add_known(std::int32_t number, std::string_view first, std::string_view second)
{
    numbers_.emplace(std::string(key(first, second)), number);
    highest_ = std::max(highest_, number);
}

std::int32_t NameTable::find(std::string_view first, std::string_view second)
{
    auto const found = numbers_.find(key(first, second));
    return found == numbers_.end() ? 0 : found->second;
}

std::int32_t NameTable::number(std::string_view first, std::string_view second)
{
    auto const sought = key(first, second);
    if (auto const found = numbers_.find(sought); found != numbers_.end()) return found->second;
    numbers_.emplace(std::string(sought), ++highest_);
    fresh_.push_back({highest_, std::string(first), std::string(second)});
    return highest_;
}

} // namespace kiosk::fleet
