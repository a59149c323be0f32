// The workbook: the figures as one .xlsx that a person opens and understands: a summary, charts, one sheet a question,
// notes on what is counted and how to read it, in the staff's language. Of one kiosk or of a whole fleet. Its words
// come from the caller (this room knows no content). Written to a path by libxlsxwriter and read back, since the
// library does not notice when its own files meet a full disk; the caller syncs and names it. The same figures give the
// same bytes. Errors begin with the path; after one nothing is left there.
#pragma once
#include "base/result.h"
#include "engagement/figures.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace kiosk::engagement {

// Names for people, in the staff's language. Each falls back to the id where there is none, also a function that is not
// set. staff/labels.h makes them from a pack.
struct Labels {
    std::string language = "en";                                     // of the staff, ISO 639-1
    std::function<std::string(std::string_view key)> words;          // the workbook's own words, by key "figures.<key>"
    std::function<std::string(Measure, std::string_view item)> item; // "page_seen", "dont-look-away/why" -> its title
    std::function<std::string(std::string_view language)> language_name;
    std::function<std::string(std::string_view quiz, std::string_view question)> question; // its full text
    std::function<std::string(std::string_view quiz, std::string_view question, std::string_view answer)> answer;
    // Whether an answer is a right one; nothing where the question is not known (content of another version).
    std::function<std::optional<bool>(std::string_view quiz, std::string_view question, std::string_view answer)> right;
    // Ids in the order visitors meet them, so that questions keep their numbers and an answer nobody chose is shown
    // too.
    std::function<std::vector<std::string>(std::string_view quiz)> questions;
    std::function<std::vector<std::string>(std::string_view quiz, std::string_view question)> answers;
    std::vector<std::string> status; // sentences on the state of the words: drafts, a demonstration
};

// One kiosk of a fleet, or one group of them.
struct FleetLine {
    std::string name; // of the kiosk, the partner, the country
    std::int64_t kiosks = 1;
    std::int64_t visits = 0, quizzes_finished = 0;
    Learning learning;
    std::string first, last; // days with counts
    std::int64_t days_with_visits = 0, days_missing = 0;
    // Sum of published cells only: at least so many visits reached a code; nothing where no cell was published.
    std::optional<std::int64_t> codes_shown;
};

struct WorkbookOptions {
    std::string title;   // the kiosk's name, or the fleet's
    std::string made_on; // day, "2026-11-24"; "" where the clock is not believed
    std::int64_t threshold = 10;
    std::string temporary_folder; // for libxlsxwriter's own files; "" or unusable: the system's
    // Of a fleet only; empty for one kiosk.
    std::vector<FleetLine> by_kiosk, by_partner, by_country;
    std::vector<std::string> remarks; // gaps, clock faults, missing days: shown as they are on the notes sheet
};

Result<> write_workbook(std::filesystem::path const& path, Figures const& figures, std::vector<Release> const& releases,
                        Labels const& labels, WorkbookOptions const& options);

} // namespace kiosk::engagement
