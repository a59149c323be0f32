#include "updates/content_inspection.h"
#include "content/read/read.h"
#include "updates/content_folder_check.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::updates {

namespace {

ContentSummary summary_of(content::Content const& content)
{
    ContentSummary summary;
    summary.languages = static_cast<int>(content.languages.size());
    summary.campaigns = static_cast<int>(content.campaigns.size());
    for (auto const& campaign : content.campaigns) summary.pages += static_cast<int>(campaign.pages.size());
    for (auto const& quiz : content.quizzes) summary.questions += static_cast<int>(quiz.questions.size());
    summary.channels = static_cast<int>(content.reporting.channels.size());
    return summary;
}

// If the shown content cannot be read, everything counts as new, which needs two signatures.
Accepted<> compare(content::Content const& content, std::filesystem::path const& folder,
                   std::filesystem::path const& shown, StagingOptions const& options, Staged& staged,
                   std::string const& where)
{
    staged.contacts = content::contact_changes(content::read_content(shown).content, content, options.hosts);
    auto pictures = content::picture_changes(shown, folder);
    staged.contacts.insert(staged.contacts.end(), std::make_move_iterator(pictures.begin()),
                           std::make_move_iterator(pictures.end()));
    if (staged.signers > 1 || !content::any_needs_two_signatures(staged.contacts)) return accepted();
    auto const first = std::find_if(staged.contacts.begin(), staged.contacts.end(),
                                    [](content::ContactChange const& change) { return change.needs_two_signatures; });
    return refuse(RefusalReason::contacts_need_second_signature, where,
                  fmt::format("{} changes; {}", staged.contacts.size(), first->line()));
}

} // namespace

Accepted<> inspect_content(std::filesystem::path const& content, std::filesystem::path const& shown,
                           StagingOptions const& options, Staged& staged, std::string const& where)
{
    auto const judged = check_content_folder(
        content, {options.pictures, options.today ? day_text(*options.today) : "", options.has_letter});
    if (auto const errors = count(judged.problems, Severity::error); errors > 0)
        return refuse(RefusalReason::faulty_content, where,
                      fmt::format("{} errors; {}", errors, judged.first(Severity::error)));
    if (!judged.content.usable()) return refuse(RefusalReason::faulty_content, where, "nothing to show");
    staged.summary = summary_of(judged.content);
    staged.summary.remarks = count(judged.problems, Severity::warning);
    if (staged.summary.remarks > 0) staged.warnings.push_back(StageWarning::remarks);
    if (judged.content.edition == content::Edition::demonstration)
        staged.warnings.push_back(StageWarning::demonstration);
    return compare(judged.content, content, shown, options, staged, where);
}

} // namespace kiosk::updates
