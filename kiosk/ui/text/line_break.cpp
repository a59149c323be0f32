#include "ui/text/line_break.h"

#include <optional>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace kiosk::ui {

LineBreaker::~LineBreaker()
{
    for (auto const& [language, iterator] : rules_) ubrk_close(iterator);
}

UBreakIterator* LineBreaker::rules(std::string_view language)
{
    if (auto const found = rules_.find(language); found != rules_.end()) return found->second;
    UErrorCode status = U_ZERO_ERROR;
    auto* iterator = ubrk_open(UBRK_LINE, std::string(language).c_str(), nullptr, 0, &status);
    if (U_FAILURE(status)) iterator = nullptr; // lines then end at spaces
    rules_.emplace(language, iterator);
    return iterator;
}

std::vector<bool> LineBreaker::break_opportunities(std::string_view text, std::string_view language)
{
    std::vector<bool> break_opportunities(text.size() + 1, false);
    break_opportunities.back() = true;
    UErrorCode status = U_ZERO_ERROR;
    auto* iterator = rules(language);
    auto* walk = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
    if (iterator) ubrk_setUText(iterator, walk, &status);
    if (!iterator || U_FAILURE(status)) {
        for (std::size_t i = 1; i < text.size(); ++i) break_opportunities[i] = text[i - 1] == ' ' && text[i] != ' ';
    } else {
        for (auto at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
            break_opportunities[static_cast<std::size_t>(at)] = true;
    }
    utext_close(walk);
    return break_opportunities;
}

namespace {

class LineFiller {
public:
    LineFiller(std::vector<Cluster> const& clusters, float width) : clusters_(clusters), width_(width) {}

    BrokenLines run()
    {
        for (std::size_t i = 0; i < clusters_.size(); ++i) take(i);
        end_line(inked_end_, inked_);
        return std::move(broken_);
    }

private:
    void take(std::size_t i)
    {
        auto const& cluster = clusters_[i];
        if (cluster.kind == Cluster::Kind::newline) {
            end_line(inked_end_, inked_);
            start(i + 1);
            return;
        }
        if (cluster.may_begin_line && i > first_) opportunity_ = Opportunity{i, inked_end_, inked_};
        if (cluster.is_fallback_break && i > first_) fallback_ = Opportunity{i, inked_end_, inked_};
        bool const over = cluster.kind == Cluster::Kind::letters && x_ + cluster.advance > width_;
        if (over && i > first_) wrap(i);
        if (over && x_ + cluster.advance > width_ && i == first_) broken_.word_broken = true;
        x_ += cluster.advance;
        if (cluster.kind == Cluster::Kind::letters) {
            inked_ = x_;
            inked_end_ = i + 1;
        }
    }

    // The line is full at cluster i: back to the last chance, or through the word.
    void wrap(std::size_t i)
    {
        auto const way = opportunity_ ? opportunity_ : fallback_;
        auto const from = way ? way->cluster : i;
        if (way) {
            end_line(way->inked_end, way->inked);
        } else {
            broken_.word_broken = true;
            end_line(inked_end_, inked_);
        }
        start(from);
        for (auto j = from; j < i; ++j) {
            x_ += clusters_[j].advance;
            inked_ = x_;
            inked_end_ = j + 1;
        }
        // What was carried over may itself fill the line.
        if (i > from && x_ + clusters_[i].advance > width_) wrap(i);
    }

    void end_line(std::size_t last, float line_width) { broken_.lines.push_back({first_, last, line_width}); }

    void start(std::size_t first)
    {
        first_ = inked_end_ = first;
        x_ = inked_ = 0;
        opportunity_.reset();
        fallback_.reset();
    }

    struct Opportunity {
        std::size_t cluster; // the first of the next line
        std::size_t inked_end;
        float inked;
    };
    std::vector<Cluster> const& clusters_;
    float width_;
    BrokenLines broken_;
    std::size_t first_ = 0;
    std::size_t inked_end_ = 0; // behind the last cluster of the line that is not a space
    float x_ = 0, inked_ = 0;
    std::optional<Opportunity> opportunity_, fallback_;
};

} // namespace

BrokenLines break_lines(std::vector<Cluster> const& clusters, float width) { return LineFiller(clusters, width).run(); }

} // namespace kiosk::ui
