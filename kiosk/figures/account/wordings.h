// Wordings: what items were called when they were counted. A question whose words have changed, or an answer whose id
// now has other words, is another item: "travellers/age@2026.1" is the question as version 2026.1 of the content had
// it, "travellers/age" that of today. So no count is shown beside words that its visitors did not see. Words are equal
// where only case, spaces and punctuation differ. They are compared in the staff's language. Built from the words in a
// database or a fleet's file; an item without words there keeps its id.
#pragma once
#include "figures/account/display_names.h"
#include "figures/account/workbook_data.h"
#include "figures/rows.h"

#include <map>
#include <memory>

namespace kiosk::figures {

class Wordings {
public:
    Wordings() = default;
    // `today` has the words of the current content.
    Wordings(std::vector<WordRow> rows, DisplayNames const& today);

    // The row with its item renamed where its words have changed since. `item` holds the new text and must outlive the
    // returned view.
    TallyView as_worded(TallyView const& row, std::string& item) const;
    // The names of today, extended by earlier wordings. They borrow nothing.
    DisplayNames labels() const;

private:
    struct Question {
        std::string words;
        std::vector<std::pair<std::string, WordRow>> answers; // by id
    };
    struct Version {
        std::map<std::string, std::string, std::less<>> pages;  // by "campaign/page"
        std::map<std::string, Question, std::less<>> questions; // by "quiz/question"
    };
    struct Known {
        DisplayNames today;
        std::map<std::string, Version, std::less<>> versions;
        Question const* question(std::string_view path) const; // with its "@version"
    };
    // "campaign/page" or "quiz/question" of one version -> what it is counted under, where that is another.
    using Renamed = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;

    void find_pages();
    void find_questions();
    std::string current_signature(std::string_view quiz_and_question) const;

    std::shared_ptr<Known> known_ = std::make_shared<Known>();
    Renamed pages_, questions_; // by version
};

// The words of one version as names, for a caller that has a database but no content.
DisplayNames display_names_of_version(std::vector<WordRow> const& rows, std::string_view version);

// Whether an id stands for an earlier wording: "age@2026.1".
bool is_earlier_wording(std::string_view id);

} // namespace kiosk::figures
