// References: a text names an address or a number by reference to the record that has it, so that a change there
// changes every text, and a reference to a removed record is an error. {channel.be-form.phone};
// {channel.be-form.address} in the reader's language, as one types it; {channel.be-form.host}; {emergency.BE.112}, the
// number 112 of the country BE. Pure.
#pragma once
#include "content/content.h"

#include <optional>

namespace kiosk::content {

// The value of a reference for readers of a language; nothing where no record has it.
std::optional<std::string> resolve_reference(Reporting const& reporting, std::string_view reference,
                                             Language const& language);

// Why a reference has no value, as the rest of a sentence, and what to write instead.
struct ReferenceFault {
    std::string what, advice;
};
ReferenceFault fault_of_reference(Reporting const& reporting, std::string_view reference);

// The reference to write for an address or a number in the form of mentioned_contacts(); "" where no record has it.
// Where two channels share it, that of the channel `own`.
std::string reference_for(Reporting const& reporting, std::string_view named, std::string_view own = {});

// A left-to-right value for a text of this language: in a right-to-left text between Unicode's isolates.
std::string isolate_direction(std::string value, Language const& language);

// The text with its references replaced by their values; other {placeholders} stay.
std::string fill_references(std::string_view text, Reporting const& reporting, Language const& language);

} // namespace kiosk::content
