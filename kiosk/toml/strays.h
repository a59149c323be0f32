// Messages for lines that are neither a name with its value nor a section, and for what stands around a value. Used in
// this room only. Pure.
#pragma once
#include "toml/values.h"

namespace kiosk::toml {

// A line that is neither name = value nor a section.
FaultText fault_of_stray(std::string_view line);
// What stands in the place of the '=' behind a name; `rest` begins with it.
FaultText fault_of_sign(std::string_view name, std::string_view rest);
// What stands behind the value of an entry; `value` is the line up to it, `rest` begins with it and is not empty.
FaultText fault_behind_value(std::string_view name, std::string_view value, std::string_view rest);
// What stands behind the closing quote of a text, in a list or not; `before` is the line up to and with that quote.
FaultText fault_behind_text(std::string_view before, std::string_view rest, bool in_list);

} // namespace kiosk::toml
