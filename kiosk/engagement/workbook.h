// The workbook: the figures as one .xlsx that a person opens and understands: a summary, the course of time, fairs side
// by side, one sheet a question, a sheet for tables of one's own, notes on what is counted and how to read it, in the
// staff's language. Of one kiosk or of a whole fleet. Its words come from the caller (this room knows no content).
// Written to a path by libxlsxwriter and read back, since the library does not notice when its own files meet a full
// disk; the caller syncs and names it. The same figures give the same bytes. Errors begin with the path; after one
// nothing is left there.
#pragma once
#include "base/result.h"
#include "engagement/account.h"
#include "engagement/export_kind.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace kiosk::engagement {

// Names for people, in the staff's language. Each falls back to the id where there is none, also a function that is not
// set. staff/labels.h makes them from a pack.
struct Labels {
    std::string language = "en";                            // of the staff, ISO 639-1
    std::function<std::string(std::string_view key)> words; // the workbook's own words, by key "figures.<key>"
    // The same with its {count}, in the form that the language has for it: "1 day", "2 days".
    std::function<std::string(std::string_view key, std::int64_t count)> counted;
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
    std::function<std::string(std::string_view id)> campaign;  // or a guide
    std::function<std::string(std::string_view code)> country; // by ISO 3166 alpha-2
    // The chance of being right by guessing at the question that is asked twice; nothing where the quiz is not known.
    std::function<std::optional<double>(std::string_view quiz)> guessing;
    std::vector<std::string> status; // sentences on the state of the words: drafts, a demonstration
};

struct WorkbookOptions {
    std::string title;   // the kiosk's name, or the fleet's
    std::string made_on; // day, "2026-11-24"; "" where the clock is not believed
    std::int64_t threshold = 10;
    std::string temporary_folder;        // for libxlsxwriter's own files; "" or unusable: the system's
    ExportKind kind = ExportKind::whole; // what is none says so on every sheet
    std::string source;                  // "3f2a… 12": number of the kiosk and of its export; "" for a fleet
    std::vector<std::string> remarks;    // gaps, clock faults, missing days: shown as they are on the notes sheet
};

Result<> write_workbook(std::filesystem::path const& path, Account const& account, Labels const& labels,
                        WorkbookOptions const& options);

} // namespace kiosk::engagement
