/**
 * The knee as it is drawn, in units of about a pixel on a phone. All paths are of a right leg as its owner sees it, the inner
 * side at the left, from the front and from behind alike; a left leg is its mirror image.
 */

/** Width of a drawing, units. */
export const WIDTH = 160;

/** What of the leg is in sight: from the lower thigh to the upper calf. */
export const VIEWS = {
  front: { top: 14, height: 176 },
  back: { top: 44, height: 128 },
} as const;

/** Outline of the leg: the inner thigh muscle bulges above the knee, both calves below it. */
export const LEG =
  'M20 0C25 24 31 44 33 58C34 68 32 76 36 85C39 91 39 97 38 104C37 113 42 120 43 128C44 140 36 150 34 164C33 178 37 190 40 204' +
  'H116C122 190 128 176 126 160C124 146 117 137 118 127C119 119 122 114 121 105C120 96 118 90 121 79C127 56 135 28 139 0Z';

/** Kneecap. */
export const KNEECAP = 'M80 80C93 79 103 87 102 101C101 114 91 125 80 128C69 125 59 114 58 101C57 87 67 79 80 80Z';

/** Lines that make a front: thigh muscles that meet above the kneecap, its tendon, the bump that it ends on, the shin. */
export const FRONT_LINES = [
  'M57 30C47 48 41 68 47 82C51 89 57 90 60 87',
  'M103 24C111 44 113 66 107 82C105 86 102 87 100 86',
  'M66 60C68 68 69 74 70 80M94 58C92 67 91 73 90 80',
  'M71 127C72 136 73 143 73 150M89 127C88 136 87 143 87 150',
  'M70 151C72 162 88 162 90 151',
  'M82 166C80 178 79 190 79 204',
  'M44 110C47 115 51 117 55 117M116 110C113 115 109 117 105 117',
] as const;

/** The hollow at the back: the tendons of the thigh part above it, the two heads of the calf meet below it. */
export const HOLLOW = 'M80 46C75 68 66 86 52 104C60 122 70 140 80 156C90 140 100 122 108 104C94 86 85 68 80 46Z';

/** Lines that make a back. */
export const BACK_LINES = [
  'M80 20V46',
  'M55 24C55 50 50 72 42 88M105 24C106 50 110 70 118 86',
  'M44 118C45 124 47 130 50 136M115 118C114 124 112 130 109 136',
  'M80 156C80 168 80 180 79 192',
] as const;

/** Parts of the knee that can hurt, each as far as it is shown; the leg cuts them off at its edge. */
export const PART_SHAPES = {
  inner: 'M0 72H60C54 92 55 122 64 156H0Z',
  front: 'M60 72C72 66 88 66 100 72C106 92 105 122 96 156C88 166 72 166 64 156C55 122 54 92 60 72Z',
  outer: 'M160 72H100C106 92 105 122 96 156H160Z',
  back: 'M0 66C40 58 120 58 160 66V150C120 160 40 160 0 150Z',
} as const;

/** Where a part is tapped and where its name stands: wider than the leg, so that a thumb hits it. */
export const PART_AREAS = {
  inner: { x: 0, y: 66, width: 58, height: 98, nameX: 18, nameY: 112 },
  front: { x: 58, y: 66, width: 44, height: 98, nameX: 80, nameY: 104 },
  outer: { x: 102, y: 66, width: 58, height: 98, nameX: 142, nameY: 112 },
  back: { x: 20, y: 58, width: 120, height: 100, nameX: 80, nameY: 97 },
} as const;
