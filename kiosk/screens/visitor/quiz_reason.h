// What stands below an answered question: whether it was right, why, and by which source. Private to screens/visitor/.
#pragma once
#include "content/content.h"
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// The quiz of a run; an empty one if the content has lost it.
content::Quiz const& quiz_of(Frame const& frame, visit::QuizRun const& run);

enum class Verdict { right, reconsider };

class ReasonPlate {
public:
    ReasonPlate(Frame& frame, content::Question const& question, Verdict verdict);

    float height(float width) const; // [px], of the plate
    // At the foot of the area, no higher than it needs.
    void draw(Rect area) const;

private:
    float verdict_height(float width) const;
    float mark() const; // [px], the side of the icon beside the verdict

    Frame& frame_;
    std::string icon_;
    ui::TextBlock verdict_, reason_, source_;
};

} // namespace kiosk::screens
