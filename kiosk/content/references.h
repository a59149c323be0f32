// Addresses and numbers that a text says come from the one place where they stand, by reference:
// {channel.be-form.phone}, {channel.be-form.address} (the reader's language's, as one types it), {channel.be-form.host}
// (the site alone), {emergency.BE.112} (a number that the place BE has). A number that changes there changes in every
// text, and one that is gone is a fault of the text. Pure.
#pragma once
#include "content/pack.h"

#include <optional>

namespace kiosk::content {

// What a reference stands for, for readers of a language; nothing where no record has it.
std::optional<std::string> referred(Reporting const& reporting, std::string_view reference, Language const& language);

// Why there is nothing for it, as the rest of a sentence, and what to write instead.
struct ReferenceFault {
    std::string what, advice;
};
ReferenceFault fault_of_reference(Reporting const& reporting, std::string_view reference);

// The reference to write for an address or a number as `named_in` has it; "" where no record has it. Of two channels
// with the same number it is that of `own`.
std::string reference_for(Reporting const& reporting, std::string_view named, std::string_view own = {});

// A value that runs from left to right in a text that does not: between the marks of Unicode that keep it whole.
std::string isolated(std::string value, Language const& language);

// The text with what its references stand for; others of its {braces} stay.
std::string with_references(std::string_view text, Reporting const& reporting, Language const& language);

} // namespace kiosk::content
