// Staff: what a member of staff has asked for at the kiosk, as part of the State, and forgotten with it. Whether a PIN
// is right, what the figures are and how an export went is for others to find out: update asks for it (StaffRequest)
// and is told the answer as an Action. Nothing that is done here is counted, ever.
#pragma once
#include "base/secret.h"

#include <string>

namespace kiosk::visit {

constexpr std::size_t kFewestPinDigits = 6;
constexpr std::size_t kMostPinDigits = Secret::kMost;

// typing, also after nothing was typed yet; asked: somebody is looking whether it is right; wrong: the last one was.
enum class PinStage { typing, asked, wrong };

// Of which days the figures are shown, and what of them.
enum class Span { today, fair, month };
enum class Subject { visits, languages, quiz, reporting };

enum class ExportStage { idle, working, done, failed };

struct Staff {
    Secret digits; // typed so far
    PinStage pin = PinStage::typing;
    int wrong = 0; // attempts since the staff screen was opened
    Span span = Span::today;
    Subject subject = Subject::visits;
    int list_page = 0; // lists are paged when a panel is too small for them
    ExportStage exporting = ExportStage::idle;
    std::string export_words; // done: the folder that was written; failed: what is wrong, and what to do
    bool operator==(Staff const&) const = default;
};

enum class StaffRequest { none, check_pin, look, export_figures };

} // namespace kiosk::visit
