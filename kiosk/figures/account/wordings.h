// Wordings: what items were called when they were counted. A question that was changed, or an answer whose letter now
// stands beside other words, is another item: "travellers/age@2026.1" is the question as version 2026.1 of the content
// had it, while "travellers/age" is that of today. So no count ever stands beside words that nobody was shown. Words
// are the same where only their case, spaces and punctuation differ. They are compared in the language of the staff,
// who read them. Built from the words that a database or a fleet carries; what nobody has told words of keeps its id.
#pragma once
#include "figures/account/account.h"
#include "figures/account/names.h"
#include "figures/rows.h"

#include <map>
#include <memory>

namespace kiosk::figures {

class Wordings {
public:
    Wordings() = default;
    // `today` are the words of the content that the staff has now.
    Wordings(std::vector<WordRow> rows, Labels const& today);

    // The row as it is to be counted; `item` is where its text is kept, and must outlive the answer.
    TallyView told(TallyView const& row, std::string& item) const;
    // The labels of today, which know the earlier wordings as well. They borrow nothing.
    Labels labels() const;

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
        Labels today;
        std::map<std::string, Version, std::less<>> versions;
        Question const* question(std::string_view path) const; // with its "@version"
    };
    // "campaign/page" or "quiz/question" of one version -> what it is counted under, where that is another.
    using Renamed = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;

    void find_pages();
    void find_questions();
    std::string sign_of_today(std::string_view quiz_and_question) const;

    std::shared_ptr<Known> known_ = std::make_shared<Known>();
    Renamed pages_, questions_; // by version
};

// The words of one version as labels of today: those of the content that a kiosk shows now, where no pack is at hand.
Labels labels_of_version(std::vector<WordRow> const& rows, std::string_view version);

// Whether an id stands for an earlier wording: "age@2026.1".
bool is_earlier_wording(std::string_view id);

} // namespace kiosk::figures
